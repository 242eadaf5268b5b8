package io.gatehouse.oidc.token;

import io.gatehouse.oidc.token.content.Redeemed;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.UserRow;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Codes in the database for which clients ask again and again until somebody has decided: those of
 * devices, and those of applications that wait for a person elsewhere.
 */
@Singleton
class PolledCodeStore {
  private static final String REDEEM =
      """
      update $table d set redeemed_at = ?
      from grants g join users u on u.tenant_id = g.tenant_id and u.id = g.user_id
      where d.tenant_id = ? and d.hash = ? and d.application_id = ? and d.expires_at > ? and d.redeemed_at is null
        and g.tenant_id = d.tenant_id and g.id = d.grant_id and g.revoked_at is null and g.expires_at > ?
        and not u.is_suspended
      returning d.grant_id, d.session_id, d.scope, g.scope as granted, g.resources as granted_at, d.auth_time,
        d.amr, coalesce(g.begun_session_id, g.session_id) as sid, null as claims, d.authorization_details as details, d.resources, null as nonce, false as auth_time_asked,
        case when d.resources <> '[]' then
          user_scopes(u.tenant_id, u.id, array(select jsonb_array_elements_text(d.resources))) end as available,
        null as organization,
      """
          + UserRow.claimsFor("d.scope");

  private static final String EXPLAIN =
      """
      with known as (
        select * from $table where tenant_id = ? and hash = ? and application_id = ? for update),
      replayed as (
        update grants g set revoked_at = coalesce(g.revoked_at, ?) from known
        where g.tenant_id = known.tenant_id and g.id = known.grant_id and known.redeemed_at is not null),
      polled as (
        update $table d set polled_at = now.at,
          interval_seconds = d.interval_seconds
            + case when known.polled_at > now.at - known.interval_seconds * interval '1 second' then 5 else 0 end
        from known cross join (select ?::timestamptz as at) now
        where d.tenant_id = known.tenant_id and d.hash = known.hash and known.grant_id is null
        returning d.interval_seconds > known.interval_seconds as too_soon)
      select case
        when known.redeemed_at is not null then 'GONE'
        when known.denied_at is not null then 'DENIED'
        when known.expires_at <= ? then 'EXPIRED'
        when known.grant_id is not null then 'GONE'
        when polled.too_soon then 'TOO_SOON'
        else 'PENDING' end as refusal
      from known left join polled on true
      """;

  private final Db db;

  PolledCodeStore(Db db) {
    this.db = db;
  }

  /** Whose codes; both are kept alike. */
  enum Polled {
    DEVICE("device_authorizations", "device_code"),
    BACKCHANNEL("backchannel_requests", "auth_req_id");

    private final String parameter;
    private final String redeem;
    private final String explain;

    Polled(String table, String parameter) {
      this.parameter = parameter;
      redeem = REDEEM.replace("$table", table);
      explain = EXPLAIN.replace("$table", table);
    }

    /** What a token request calls the code. */
    String parameter() {
      return parameter;
    }
  }

  /** What a client presents. */
  record Presented(Polled kind, String code, String clientId) {}

  /** Why there are no tokens. */
  enum Refusal {
    /** Nobody has decided yet. */
    PENDING,
    /** The same, and the client asked before its time. */
    TOO_SOON,
    DENIED,
    EXPIRED,
    /** Unknown, another client's, used up, or its grant is over. */
    GONE
  }

  /** Uses the code up for which somebody has decided. */
  Optional<Redeemed> redeem(TenantId tenant, Presented presented, Instant now) {
    return db.find(
        tenant,
        presented.kind().redeem,
        TokenStore::redeemed,
        now,
        tenant,
        Digests.sha256(presented.code()),
        presented.clientId(),
        now,
        now);
  }

  /**
   * Explains a refusal. A client that asks too soon has to wait longer from then on: "the interval
   * MUST be increased by 5 seconds for this and all subsequent requests" [RFC 8628 §3.5]. A code
   * that comes a second time takes its grant along.
   */
  Refusal explain(TenantId tenant, Presented presented, Instant now) {
    return db.find(
            tenant,
            presented.kind().explain,
            row -> Refusal.valueOf(row.text("refusal")),
            tenant,
            Digests.sha256(presented.code()),
            presented.clientId(),
            now,
            now,
            now)
        .orElse(Refusal.GONE);
  }
}
