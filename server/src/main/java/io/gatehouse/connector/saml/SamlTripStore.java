package io.gatehouse.connector.saml;

import com.fasterxml.jackson.core.type.TypeReference;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests to providers of SAML in the database, and what was answered to them. */
@Singleton
class SamlTripStore {
  private static final TypeReference<Map<String, List<String>>> ATTRIBUTES =
      new TypeReference<>() {};

  private final Db db;

  SamlTripStore(Db db) {
    this.db = db;
  }

  /**
   * A request that was sent.
   *
   * @param id that the response must name
   * @param redirectUri where the browser goes on
   * @param state that it brings along
   */
  record Trip(String id, String connectorId, String redirectUri, String state) {}

  /**
   * What a response has brought.
   *
   * @param assertionId by which it counts once
   */
  record Answer(String assertionId, Map<String, List<String>> said) {}

  void insert(TenantId tenant, Trip trip, String relayState, Instant now, Duration life) {
    db.update(
        tenant,
        """
        insert into social_authn_requests
          (tenant_id, id, connector_id, relay_state_hash, redirect_uri, state, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        trip.id(),
        trip.connectorId(),
        Digests.sha256(relayState),
        trip.redirectUri(),
        trip.state(),
        now,
        now.plus(life));
  }

  Optional<Trip> find(TenantId tenant, String connectorId, String relayState) {
    return db.find(
        tenant,
        """
        select * from social_authn_requests
        where tenant_id = ? and relay_state_hash = ? and connector_id = ?
        """,
        row ->
            new Trip(
                row.text("id"),
                row.text("connector_id"),
                row.text("redirect_uri"),
                row.text("state")),
        tenant,
        Digests.sha256(relayState),
        connectorId);
  }

  /**
   * Takes the answer to a request, if it is the first one, comes in time, and by an assertion that
   * has not been used.
   */
  boolean answer(TenantId tenant, String id, Answer answer, String ticket, Instant now) {
    try {
      return db.update(
              tenant,
              """
              update social_authn_requests set assertion_id = ?, said = ?, ticket_hash = ?
              where tenant_id = ? and id = ? and ticket_hash is null and expires_at > ?
              """,
              answer.assertionId(),
              new Jsonb(JsonCodec.mapper().valueToTree(answer.said()).toString()),
              Digests.sha256(ticket),
              tenant,
              id,
              now)
          == 1;
    } catch (DbException.Unique used) {
      return false;
    }
  }

  /**
   * Hands out what was said of who came back, once; the request stays until it expires, so that it
   * is not answered again.
   */
  Optional<Map<String, List<String>>> collect(
      TenantId tenant, String connectorId, String id, String ticket, Instant now) {
    return db.find(
        tenant,
        """
        update social_authn_requests now set said = null
        from social_authn_requests before
        where now.tenant_id = ? and now.connector_id = ? and now.id = ? and now.ticket_hash = ?
          and now.expires_at > ? and now.said is not null
          and before.tenant_id = now.tenant_id and before.id = now.id
        returning before.said
        """,
        row -> JsonCodec.mapper().convertValue(JsonCodec.tree(row.text("said")), ATTRIBUTES),
        tenant,
        connectorId,
        id,
        Digests.sha256(ticket),
        now);
  }
}
