package io.gatehouse.enterprise.saml;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.saml.signon.SamlTrip;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** People who came from their provider unasked, in the database. */
@Singleton
class SamlArrivalStore {
  private final Db db;

  SamlArrivalStore(Db db) {
    this.db = db;
  }

  /** Who came, from where, and what for. */
  record Arrival(String connectorId, String applicationId, SamlPerson person) {}

  /** The trip that somebody is to be back from, who holds the secret and signs in there. */
  record Taking(String secret, String applicationId, SamlTrip trip, String ticket) {}

  /**
   * Writes an arrival down, if its assertion has brought nobody before.
   *
   * @param end until then the assertion is known to be used
   */
  boolean insert(TenantId tenant, Arrival arrival, String secret, Instant until, Instant end) {
    return db.update(
            tenant,
            """
            insert into sso_arrivals
              (tenant_id, connector_id, assertion_id, application_id, issuer, person, secret_hash,
               usable_until, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, connector_id, assertion_id) do nothing
            """,
            tenant,
            arrival.connectorId(),
            arrival.person().assertionId(),
            arrival.applicationId(),
            arrival.person().issuer(),
            new Jsonb(arrival.person().said().toString()),
            Digests.sha256(secret),
            until,
            end)
        == 1;
  }

  /** Makes of an arrival a trip that is answered already, once; nothing without that arrival. */
  boolean takeUp(TenantId tenant, Taking taking, Instant now, Duration life) {
    SamlTrip trip = taking.trip();
    return db.update(
            tenant,
            """
            with came as (
              update sso_arrivals now set person = null
              from sso_arrivals before
              where now.tenant_id = ? and now.secret_hash = ? and now.connector_id = ?
                and now.application_id = ? and now.usable_until > ? and now.person is not null
                and before.tenant_id = now.tenant_id and before.connector_id = now.connector_id
                and before.assertion_id = now.assertion_id
              returning before.*)
            insert into sso_authn_requests
              (tenant_id, id, connector_id, relay_state_hash, redirect_uri, state, issuer,
               assertion_id, person, ticket_hash, created_at, expires_at)
            select tenant_id, ?, connector_id, ?, ?, ?, issuer, assertion_id, person, ?, ?, ?
            from came
            """,
            tenant,
            Digests.sha256(taking.secret()),
            trip.connectorId(),
            taking.applicationId(),
            now,
            trip.id(),
            Digests.sha256(Ids.token()),
            trip.to().redirectUri(),
            trip.to().state(),
            Digests.sha256(taking.ticket()),
            now,
            now.plus(life))
        == 1;
  }
}
