package io.gatehouse.session.subjecttoken;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Issues subject tokens, and redeems each once. */
@Singleton
public class SubjectTokens {
  /** How long a token can be redeemed. */
  static final Duration LIFE = Duration.ofMinutes(10);

  private static final String PREFIX = "sub_";

  private final SubjectTokenStore store;
  private final AdminChanges changes;
  private final InstantSource clock;

  SubjectTokens(SubjectTokenStore store, AdminChanges changes, InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
  }

  /** Whether the text looks like one. */
  public static boolean isOne(String token) {
    return token.startsWith(PREFIX);
  }

  /** A token to act as a person; it is shown this once. */
  String issue(TenantId tenant, Actor actor, SubjectTokenInput input) {
    String token = PREFIX + Ids.standardId();
    Instant now = clock.instant();
    SubjectToken issued =
        new SubjectToken(
            input.userId(),
            input.context() == null ? JsonCodec.object() : input.context(),
            actor.id() == null ? "" : actor.id());
    changes.make(
        tenant,
        actor,
        "subject_tokens",
        AdminChange.given("subject_token", input.userId(), "issued", issued),
        () -> store.insert(tenant, Digests.sha256(token), issued, now, now.plus(LIFE)));
    return token;
  }

  /** What the token stands for; empty when it is unknown, used or over. */
  public Optional<SubjectToken> redeem(TenantId tenant, String token) {
    return store.redeem(tenant, Digests.sha256(token), clock.instant());
  }
}
