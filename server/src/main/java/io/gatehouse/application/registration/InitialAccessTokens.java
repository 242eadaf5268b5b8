package io.gatehouse.application.registration;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens by which administrators let clients register. */
@Singleton
public class InitialAccessTokens {
  private static final String NOUN = "initial_access_token";
  private static final String TOPIC = "initial_access_tokens";

  private final InitialAccessTokenStore store;
  private final AdminChanges changes;
  private final InstantSource clock;

  InitialAccessTokens(InitialAccessTokenStore store, AdminChanges changes, InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
  }

  /** Whether the token lets somebody in now. */
  public boolean good(TenantId tenant, String value) {
    return store.good(tenant, value, clock.instant());
  }

  /** Uses the token once, for good when the transaction is; its id, if it was good for it. */
  public Optional<String> use(TenantId tenant, String value) {
    return store.use(tenant, value, clock.instant());
  }

  Slice<InitialAccessToken> list(TenantId tenant, Page page) {
    return store.list(tenant, page);
  }

  /** Makes a token, which is shown in this answer and never again. */
  InitialAccessToken create(TenantId tenant, Actor actor, InitialAccessTokenInput input) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (input.expiresAt() != null && !input.expiresAt().isAfter(now)) {
      throw RequestError.invalidInput("expiresAt must be in the future");
    }
    @Nullable Integer uses = input.count();
    String value = Ids.token();
    InitialAccessToken made =
        new InitialAccessToken(
            Ids.standardId(),
            input.name(),
            value,
            uses == null ? null : uses.longValue(),
            now,
            input.expiresAt());
    changes.make(
        tenant,
        actor,
        TOPIC,
        AdminChange.created(NOUN, made.id(), made.withoutToken()),
        () -> store.insert(tenant, made, value, uses));
    return made;
  }

  void revoke(TenantId tenant, Actor actor, String id) {
    InitialAccessToken before =
        store.find(tenant, id).orElseThrow(() -> EntityError.missing(TOPIC, id));
    changes.make(
        tenant,
        actor,
        TOPIC,
        AdminChange.deleted(NOUN, id, before),
        () -> {
          if (!store.delete(tenant, id)) {
            throw EntityError.missing(TOPIC, id);
          }
        });
  }
}
