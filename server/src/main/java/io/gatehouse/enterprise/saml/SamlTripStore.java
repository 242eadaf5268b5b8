package io.gatehouse.enterprise.saml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.enterprise.SsoError;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Requests to providers of SAML in the database, and what was answered to them. */
@Singleton
class SamlTripStore {
  private final Db db;

  SamlTripStore(Db db) {
    this.db = db;
  }

  /**
   * A request that was sent.
   *
   * @param id that the response must name
   */
  record Trip(String id, String connectorId, SamlTrips.Return to) {}

  void insert(TenantId tenant, Trip trip, String relayState, Instant now, Duration life) {
    db.update(
        tenant,
        """
        insert into sso_authn_requests
          (tenant_id, id, connector_id, relay_state_hash, redirect_uri, state, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        trip.id(),
        trip.connectorId(),
        Digests.sha256(relayState),
        trip.to().redirectUri(),
        trip.to().state(),
        now,
        now.plus(life));
  }

  Optional<Trip> find(TenantId tenant, String relayState) {
    return db.find(
        tenant,
        "select * from sso_authn_requests where tenant_id = ? and relay_state_hash = ?",
        row ->
            new Trip(
                row.text("id"),
                row.text("connector_id"),
                new SamlTrips.Return(row.text("redirect_uri"), row.text("state"))),
        tenant,
        Digests.sha256(relayState));
  }

  /**
   * Takes the answer to a request, if it is the first one, comes in time, and by an assertion that
   * has not been used.
   */
  boolean answer(TenantId tenant, String id, SamlPerson person, String ticket, Instant now) {
    try {
      return db.update(
              tenant,
              """
              update sso_authn_requests
              set issuer = ?, assertion_id = ?, person = ?, ticket_hash = ?
              where tenant_id = ? and id = ? and ticket_hash is null and expires_at > ?
              """,
              person.issuer(),
              person.assertionId(),
              new Jsonb(person.said().toString()),
              Digests.sha256(ticket),
              tenant,
              id,
              now)
          == 1;
    } catch (DbException.Unique used) {
      throw SsoError.TRIP_OVER.exception();
    }
  }

  /**
   * Hands out who came back, once; the request stays until it expires, so that it is not answered
   * again.
   */
  Optional<SamlPerson> collect(
      TenantId tenant, String connectorId, String id, String ticket, Instant now) {
    return db.find(
        tenant,
        """
        update sso_authn_requests now set person = null
        from sso_authn_requests before
        where now.tenant_id = ? and now.connector_id = ? and now.id = ? and now.ticket_hash = ?
          and now.expires_at > ? and now.person is not null
          and before.tenant_id = now.tenant_id and before.id = now.id
        returning before.issuer, before.assertion_id, before.person
        """,
        row ->
            new SamlPerson(
                row.text("issuer"),
                row.text("assertion_id"),
                (ObjectNode) JsonCodec.tree(row.text("person"))),
        tenant,
        connectorId,
        id,
        Digests.sha256(ticket),
        now);
  }
}
