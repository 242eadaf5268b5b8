package io.gatehouse.account.me;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is kept between two calls of an administrator, in the database. */
@Singleton
class MeStore {
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final Db db;

  MeStore(Db db) {
    this.db = db;
  }

  /** Keeps that the person has proved again who they are. */
  void proved(TenantId tenant, String userId, Instant now) {
    db.update(
        tenant,
        """
        insert into me_proofs (tenant_id, user_id, proved_at, expires_at) values (?, ?, ?, ?)
        on conflict (tenant_id, user_id)
          do update set proved_at = excluded.proved_at, expires_at = excluded.expires_at
        """,
        tenant,
        userId,
        now,
        now.plus(LIFE));
  }

  /** When the person's proof ends, or has ended. */
  Optional<Instant> proofEnds(TenantId tenant, String userId) {
    return db.find(
        tenant,
        "select expires_at from me_proofs where tenant_id = ? and user_id = ?",
        row -> row.instant("expires_at"),
        tenant,
        userId);
  }

  /** Uses the proof up; false when there is none that is good. */
  boolean redeemProof(TenantId tenant, String userId, Instant now) {
    return db.update(
            tenant,
            "delete from me_proofs where tenant_id = ? and user_id = ? and expires_at > ?",
            tenant,
            userId,
            now)
        == 1;
  }

  /** A person on the way to a provider. */
  record Trip(String userId, String state, String connectorId) {}

  /** Keeps what the connector wants to know when the person is back. */
  void depart(TenantId tenant, Trip trip, Map<String, String> session, Instant now) {
    db.update(
        tenant,
        """
        insert into me_trips (tenant_id, user_id, state_hash, connector_id, session, expires_at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (tenant_id, user_id, state_hash) do update set
          connector_id = excluded.connector_id, session = excluded.session, expires_at = excluded.expires_at
        """,
        tenant,
        trip.userId(),
        Digests.sha256(trip.state()),
        trip.connectorId(),
        new Jsonb(JsonCodec.text(session)),
        now.plus(LIFE));
  }

  /** Finds it again, once. */
  Optional<Map<String, String>> arrive(TenantId tenant, Trip trip, Instant now) {
    return db.find(
        tenant,
        """
        delete from me_trips
        where tenant_id = ? and user_id = ? and state_hash = ? and connector_id = ? and expires_at > ?
        returning session
        """,
        row -> {
          Map<String, String> session = new HashMap<>();
          JsonCodec.tree(row.text("session"))
              .properties()
              .forEach(entry -> session.put(entry.getKey(), entry.getValue().asText()));
          return Map.copyOf(session);
        },
        tenant,
        trip.userId(),
        Digests.sha256(trip.state()),
        trip.connectorId(),
        now);
  }
}
