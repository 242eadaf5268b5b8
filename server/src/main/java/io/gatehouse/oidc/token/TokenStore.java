package io.gatehouse.oidc.token;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.oidc.issue.ClaimsRequest;
import io.gatehouse.oidc.issue.Person;
import io.gatehouse.oidc.token.content.OrganizationRefusal;
import io.gatehouse.oidc.token.content.Redeemed;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.session.grant.GrantColumns;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.UserRow;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Codes and refresh tokens in the database. Redeeming is one conditional UPDATE whose WHERE holds
 * all that must match.
 */
@Singleton
class TokenStore {
  /** Published clients retry and race: a consumed refresh token is answered again for this long. */
  static final Duration LEEWAY = Duration.ofSeconds(3);

  /**
   * Whether a successor takes the token's place: never after a year, else for a public client
   * always and for others in the last part of the token's life. Nothing in it is changed by the
   * statement.
   */
  private static final String DUE =
      """
      (now.rotates and now.at - t.first_issued_at < interval '8766 hours'
        and (now.always or now.at - t.created_at >= 0.7 * (t.expires_at - t.created_at)))\
      """;

  private static final String REFRESH =
      """
      update refresh_tokens t
      set consumed_at = case when %1$s then coalesce(t.consumed_at, now.at) else t.consumed_at end
      from grants g join users u on u.tenant_id = g.tenant_id and u.id = g.user_id
        cross join (select ?::timestamptz as at, ?::text as organization, ?::text as consenting,
          ?::boolean as rotates, ?::boolean as always) now
      where t.tenant_id = ? and t.hash = ? and t.application_id = ? and t.expires_at > now.at
        and (t.consumed_at is null or t.consumed_at > ?)
        and (t.cnf is null or t.cnf ->> 'jkt' = ?)
        and string_to_array(t.scope, ' ') @> ?
        and (?::text is null or t.resources @> to_jsonb(?::text))
        and g.tenant_id = t.tenant_id and g.id = t.grant_id and g.revoked_at is null and g.expires_at > now.at
        and not u.is_suspended and (not ? or application_admits(t.tenant_id, t.application_id, u.id))
        and (t.session_id is null or exists (
          select from sessions s where s.tenant_id = t.tenant_id and s.id = t.session_id and s.expires_at > now.at))
        and (now.organization is null or (string_to_array(t.scope, ' ') @> array['urn:logto:scope:organizations']
          and organization_refusal(t.tenant_id, now.organization, u.id, now.consenting, g.organization_id) is null))
      returning t.grant_id, t.session_id, t.scope, g.scope as granted, g.resources as granted_at, t.auth_time, t.resources, t.nonce,
        t.amr, g.session_id as sid, t.claims_request as claims, t.authorization_details as details,
        t.with_auth_time as auth_time_asked, %1$s as due, t.first_issued_at, t.expires_at,
        case when t.resources <> '[]' then
          user_scopes(u.tenant_id, u.id, array(select jsonb_array_elements_text(t.resources)),
            coalesce(now.organization, g.organization_id)) end as available,
        now.organization,
        case when now.organization is not null then
          organization_user_scopes(u.tenant_id, now.organization, u.id) end as organization_scopes,
      """
              .formatted(DUE)
          + UserRow.claimsFor("t.scope");

  private final Db db;

  TokenStore(Db db) {
    this.db = db;
  }

  /** All or nothing: what is redeemed, and what is issued for it. */
  Optional<TokenAnswer> atOnce(TenantId tenant, Supplier<Optional<TokenAnswer>> work) {
    return db.transaction(tenant, work);
  }

  /**
   * What the client presents with a code; the challenge is computed from its verifier.
   *
   * @param key thumbprint of the key that it has shown
   */
  record Code(
      String code,
      String clientId,
      @Nullable String redirectUri,
      @Nullable String challenge,
      @Nullable String key) {}

  Optional<Redeemed> redeem(TenantId tenant, Code presented, Instant now) {
    return db.find(
        tenant,
        """
        update authorization_codes c set redeemed_at = ?
        from grants g join users u on u.tenant_id = g.tenant_id and u.id = g.user_id
        where c.tenant_id = ? and c.hash = ? and c.application_id = ? and c.expires_at > ? and c.redeemed_at is null
          and (c.redirect_uri = ? or (?::text is null and c.code_challenge is not null))
          and c.code_challenge is not distinct from ?
          and (c.request ->> 'dpopKey' is null or c.request ->> 'dpopKey' = ?)
          and g.tenant_id = c.tenant_id and g.id = c.grant_id and g.revoked_at is null and g.expires_at > ?
          and not u.is_suspended
          and (c.session_id is null or exists (
            select from sessions s where s.tenant_id = c.tenant_id and s.id = c.session_id))
        returning c.grant_id, c.session_id, c.scope, g.scope as granted, g.resources as granted_at, c.auth_time,
          c.amr, g.session_id as sid, c.request -> 'claims' as claims, c.request -> 'authorizationDetails' as details, c.request -> 'resources' as resources, c.request ->> 'nonce' as nonce,
          (c.request ->> 'authTimeAsked')::boolean as auth_time_asked,
          case when c.request -> 'resources' <> '[]' then
            user_scopes(u.tenant_id, u.id, array(select jsonb_array_elements_text(c.request -> 'resources')), g.organization_id) end as available,
          null as organization,
        """
            + UserRow.claimsFor("c.scope"),
        TokenStore::redeemed,
        now,
        tenant,
        Digests.sha256(presented.code()),
        presented.clientId(),
        now,
        presented.redirectUri(),
        presented.redirectUri(),
        presented.challenge(),
        presented.key(),
        now);
  }

  /**
   * Why a code was refused, after the fact: a code that was redeemed before, by its own client or a
   * thief, takes its grant along. "SHOULD revoke (when possible) all tokens previously issued based
   * on that authorization code" [RFC 6749 §4.1.2].
   */
  boolean revokeReplayed(TenantId tenant, String code, Instant now) {
    return db.update(
            tenant,
            """
            update grants g set revoked_at = coalesce(g.revoked_at, ?) from authorization_codes c
            where c.tenant_id = ? and c.hash = ? and c.redeemed_at is not null and g.tenant_id = c.tenant_id and g.id = c.grant_id
            """,
            now,
            tenant,
            Digests.sha256(code))
        > 0;
  }

  /**
   * What the client presents with a refresh token, and how its tokens rotate.
   *
   * @param restricted whether the client's access control is on
   * @param organization where the new token is to be used; null for everywhere
   * @param key thumbprint of the key that the client has shown
   * @param consenting the client's id again when people have to let it into their organizations
   */
  record Refresh(
      String token,
      String clientId,
      boolean publicClient,
      boolean rotates,
      boolean restricted,
      List<String> scope,
      @Nullable String resource,
      @Nullable String organization,
      @Nullable String key,
      @Nullable String consenting) {}

  /** A refresh token that was good, and whether a successor takes its place. */
  record Refreshed(Redeemed redeemed, boolean rotated, Instant firstIssuedAt, Instant expiresAt) {}

  Optional<Refreshed> refresh(TenantId tenant, Refresh presented, Instant now) {
    return db.find(
        tenant,
        REFRESH,
        row ->
            new Refreshed(
                redeemed(row),
                row.flag("due"),
                row.instant("first_issued_at"),
                row.instant("expires_at")),
        now,
        presented.organization(),
        presented.consenting(),
        presented.rotates(),
        presented.publicClient(),
        tenant,
        Digests.sha256(presented.token()),
        presented.clientId(),
        now.minus(LEEWAY),
        presented.key(),
        presented.scope(),
        presented.resource(),
        presented.resource(),
        presented.restricted());
  }

  /**
   * What is known of a refresh token that was refused.
   *
   * @param organization why it gives nothing in the organization, if it does not
   */
  record Refused(
      boolean known,
      boolean replayed,
      boolean admitted,
      Scopes scope,
      List<String> resources,
      @Nullable OrganizationRefusal organization) {}

  /**
   * Explains a refusal; a token replayed after the leeway is destroyed and takes its grant along.
   */
  Refused explain(TenantId tenant, Refresh presented, Instant now) {
    return db.find(
            tenant,
            """
            with token as (
              select * from refresh_tokens where tenant_id = ? and hash = ? and application_id = ? and expires_at > ?),
            replayed as (
              delete from refresh_tokens t using token
              where t.tenant_id = token.tenant_id and t.hash = token.hash and token.consumed_at <= ? returning t.tenant_id, t.grant_id),
            revoked as (
              update grants g set revoked_at = coalesce(g.revoked_at, ?) from replayed
              where g.tenant_id = replayed.tenant_id and g.id = replayed.grant_id)
            select t.scope, t.resources, exists (select from replayed) as replayed,
              g.revoked_at is null and not u.is_suspended as alive,
              not ? or application_admits(t.tenant_id, t.application_id, u.id) as admitted,
              case when ?::text is not null then organization_refusal(t.tenant_id, ?, u.id, ?, g.organization_id) end as organization
            from token t
              join grants g on g.tenant_id = t.tenant_id and g.id = t.grant_id
              join users u on u.tenant_id = g.tenant_id and u.id = g.user_id
            """,
            row ->
                new Refused(
                    row.flag("alive"),
                    row.flag("replayed"),
                    row.flag("admitted"),
                    Scopes.parse(row.text("scope")),
                    List.of(JsonCodec.read(row.text("resources"), String[].class)),
                    OrganizationRefusal.of(row.textOrNull("organization"))),
            tenant,
            Digests.sha256(presented.token()),
            presented.clientId(),
            now,
            now.minus(LEEWAY),
            now,
            presented.restricted(),
            presented.organization(),
            presented.organization(),
            presented.consenting())
        .orElse(new Refused(false, false, false, Scopes.NONE, List.of(), null));
  }

  /** What the roles allow is asked only where a resource was named. */
  private static Map<String, Scopes> available(Row row) throws SQLException {
    String available = row.textOrNull("available");
    return available == null ? Map.of() : GrantColumns.parse(available);
  }

  private static Redeemed.@Nullable Organization organization(Row row) throws SQLException {
    String id = row.textOrNull("organization");
    return id == null
        ? null
        : new Redeemed.Organization(id, Scopes.parse(row.text("organization_scopes")));
  }

  private static Redeemed.Login login(Row row) throws SQLException {
    return new Redeemed.Login(
        row.instant("auth_time"),
        row.flag("auth_time_asked"),
        List.of(JsonCodec.read(row.text("amr"), String[].class)),
        row.textOrNull("sid"));
  }

  static Redeemed redeemed(Row row) throws SQLException {
    @Nullable String claims = row.textOrNull("claims");
    @Nullable String details = row.textOrNull("details");
    return new Redeemed(
        row.text("grant_id"),
        row.textOrNull("session_id"),
        Scopes.parse(row.text("scope")),
        Scopes.parse(row.text("granted")),
        List.of(JsonCodec.read(row.text("resources"), String[].class)),
        available(row),
        GrantColumns.parse(row.text("granted_at")),
        row.textOrNull("nonce"),
        login(row),
        claims == null ? null : JsonCodec.read(claims, ClaimsRequest.class),
        Person.of(row),
        organization(row),
        null,
        details == null ? null : (ArrayNode) JsonCodec.tree(details));
  }
}
