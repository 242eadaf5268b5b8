package io.gatehouse.message.onetimetoken;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminAudit;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Everything that can be done with one-time tokens. */
@Singleton
public class OneTimeTokens {
  private static final String NOUN = "one_time_token";
  private static final int LENGTH = 32;
  private static final int USUAL_SECONDS = 600;

  private final OneTimeTokenStore store;
  private final AdminAudit audit;
  private final Db db;
  private final InstantSource clock;

  OneTimeTokens(OneTimeTokenStore store, AdminAudit audit, Db db, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.db = db;
    this.clock = clock;
  }

  /** The tokens as they are now; the total is that of all, whatever is asked for. */
  Slice<OneTimeToken> list(
      TenantId tenant, Optional<String> email, Optional<OneTimeToken.Status> status, Page page) {
    Instant now = clock.instant();
    Slice<OneTimeToken> found =
        store.list(tenant, email, status, page).map(token -> token.asOf(now));
    boolean filtered = email.isPresent() || status.isPresent();
    return filtered && !page.isWhole() ? new Slice<>(found.items(), store.count(tenant)) : found;
  }

  OneTimeToken get(TenantId tenant, String id) {
    return stored(tenant, id).asOf(clock.instant());
  }

  OneTimeToken create(TenantId tenant, Actor actor, OneTimeTokenInput input) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Integer seconds = input.expiresIn();
    OneTimeToken token =
        new OneTimeToken(
            tenant,
            Ids.standardId(),
            input.email(),
            Ids.secret(LENGTH),
            input.context() == null ? OneTimeToken.Context.NONE : input.context(),
            OneTimeToken.Status.ACTIVE,
            now,
            now.plus(Duration.ofSeconds(seconds == null ? USUAL_SECONDS : seconds)));
    db.transaction(
        tenant,
        () -> {
          store.insert(token);
          audit.record(tenant, actor, AdminChange.created(NOUN, token.id(), token.audited()));
        });
    return token;
  }

  /** Uses the token up for its address, or ends the request with what is wrong. */
  public OneTimeToken consume(TenantId tenant, String token, String email) {
    Instant now = clock.instant();
    return store
        .consume(tenant, token, email, now)
        .orElseThrow(() -> refusal(tenant, token, email, now));
  }

  /** Whether the token would be accepted; ends the request when not. */
  public OneTimeToken check(TenantId tenant, String token, String email) {
    Instant now = clock.instant();
    return store
        .findByToken(tenant, token)
        .filter(found ->
            found.email().equals(email) && found.asOf(now).status() == OneTimeToken.Status.ACTIVE)
        .orElseThrow(() -> refusal(tenant, token, email, now));
  }

  OneTimeToken mark(TenantId tenant, Actor actor, String id, OneTimeToken.Status status) {
    OneTimeToken before = stored(tenant, id);
    if (status == OneTimeToken.Status.ACTIVE) {
      throw OneTimeTokenError.CANNOT_REACTIVATE.exception();
    }
    return db.transaction(
        tenant,
        () -> {
          OneTimeToken marked = store.mark(tenant, id, status).orElseThrow(() -> missing(id));
          audit.record(
              tenant,
              actor,
              AdminChange.changed(NOUN, id, "status.updated", before.audited(), marked.audited()));
          return marked;
        });
  }

  void delete(TenantId tenant, Actor actor, String id) {
    db.transaction(
        tenant,
        () -> {
          OneTimeToken before =
              store.find(tenant, id).orElseThrow(EntityError.NOT_FOUND::exception);
          store.delete(tenant, id);
          audit.record(tenant, actor, AdminChange.deleted(NOUN, id, before.audited()));
        });
  }

  private OneTimeToken stored(TenantId tenant, String id) {
    return store.find(tenant, id).orElseThrow(() -> missing(id));
  }

  private RequestException refusal(TenantId tenant, String token, String email, Instant now) {
    Optional<OneTimeToken> found = store.findByToken(tenant, token);
    if (found.isEmpty()) {
      return OneTimeTokenError.NOT_FOUND.exception(Map.of("token", "******"));
    }
    if (!found.get().email().equals(email)) {
      return OneTimeTokenError.EMAIL_MISMATCH.exception();
    }
    OneTimeToken.Status status = found.get().asOf(now).status();
    if (status == OneTimeToken.Status.EXPIRED) {
      store.mark(tenant, found.get().id(), status);
    }
    return switch (status) {
      case EXPIRED -> OneTimeTokenError.EXPIRED.exception();
      case REVOKED -> OneTimeTokenError.REVOKED.exception();
      case ACTIVE, CONSUMED -> OneTimeTokenError.CONSUMED.exception();
    };
  }

  private static RequestException missing(String id) {
    return EntityError.missing("one_time_tokens", id);
  }
}
