package io.gatehouse.oidc.token;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.oidc.issue.ClaimsRequest;
import io.gatehouse.oidc.issue.Person;
import io.gatehouse.oidc.token.RedemptionStore.Issued;
import io.gatehouse.oidc.token.content.OrganizationRefusal;
import io.gatehouse.oidc.token.content.Redeemed;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.db.SharedStatement;
import io.gatehouse.platform.db.SharedStatement.Answer;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Codes and refresh tokens in the database. What one stands for is found first, as its tokens are
 * made of that; redeeming it is one conditional UPDATE, which writes them. Its WHERE holds all that
 * may have changed in between. Both statements are shared with who else comes at that moment.
 */
@Singleton
class TokenStore {
  /** Published clients retry and race: a consumed refresh token is answered again for this long. */
  static final Duration LEEWAY = Duration.ofSeconds(3);

  private static final String CODES =
      """
      select a.place, c.grant_id, c.session_id, c.scope, g.scope as granted, g.resources as granted_at, c.auth_time,
        c.amr, g.session_id as sid, c.request -> 'claims' as claims, c.request -> 'authorizationDetails' as details, c.request -> 'resources' as resources, c.request ->> 'nonce' as nonce,
        (c.request ->> 'authTimeAsked')::boolean as auth_time_asked,
        case when c.request -> 'resources' <> '[]' then
          user_scopes(u.tenant_id, u.id, array(select jsonb_array_elements_text(c.request -> 'resources')), g.organization_id) end as available,
        null as organization,
      """
          + UserRow.claimsFor("c.scope")
          + """
          from jsonb_to_recordset(?::jsonb) as a (place integer, hash bytea, at timestamptz, client text, redirect text,
            challenge text, key text)
            join authorization_codes c on c.tenant_id = ? and c.hash = a.hash
            join grants g on g.tenant_id = c.tenant_id and g.id = c.grant_id
            join users u on u.tenant_id = g.tenant_id and u.id = g.user_id
          where c.hash = any(?) and c.application_id = a.client and c.expires_at > a.at and c.redeemed_at is null
            and (c.redirect_uri = a.redirect or (a.redirect is null and c.code_challenge is not null))
            and c.code_challenge is not distinct from a.challenge
            and (c.request ->> 'dpopKey' is null or c.request ->> 'dpopKey' = a.key)
            and g.revoked_at is null and g.expires_at > a.at and not u.is_suspended
            and (c.session_id is null or exists (
              select from sessions s where s.tenant_id = c.tenant_id and s.id = c.session_id))
          """;

  private static final String REDEEM =
      """
      update authorization_codes c set redeemed_at = a.at
      from asked a cross join grants g join users u on u.tenant_id = g.tenant_id and u.id = g.user_id
      where c.tenant_id = ? and c.hash = any(?) and c.hash = a.presented and c.expires_at > a.at and c.redeemed_at is null
        and g.tenant_id = c.tenant_id and g.id = c.grant_id and g.revoked_at is null and g.expires_at > a.at
        and not u.is_suspended
        and (c.session_id is null or exists (
          select from sessions s where s.tenant_id = c.tenant_id and s.id = c.session_id))
      returning a.*, c.tenant_id, c.grant_id, c.session_id, c.application_id, c.scope, c.request -> 'resources' as resources,
        c.request -> 'claims' as claims_request, c.request -> 'authorizationDetails' as authorization_details,
        c.request ->> 'nonce' as nonce, c.auth_time, coalesce((c.request ->> 'authTimeAsked')::boolean, false) as with_auth_time,
        c.amr, a.at as first_issued_at
      """;

  /**
   * A successor is due never after a year, else for a public client always and for others in the
   * last part of the token's life.
   */
  private static final String REFRESH_TOKENS =
      """
      select a.place, t.grant_id, t.session_id, t.scope, g.scope as granted, g.resources as granted_at, t.auth_time, t.resources, t.nonce,
        t.amr, g.session_id as sid, t.claims_request as claims, t.authorization_details as details,
        t.with_auth_time as auth_time_asked, t.expires_at,
        (a.rotates and a.at - t.first_issued_at < interval '8766 hours'
          and (a.always or a.at - t.created_at >= 0.7 * (t.expires_at - t.created_at))) as due,
        case when t.resources <> '[]' then
          user_scopes(u.tenant_id, u.id, array(select jsonb_array_elements_text(t.resources)),
            coalesce(a.organization, g.organization_id)) end as available,
        a.organization,
        case when a.organization is not null then
          organization_user_scopes(u.tenant_id, a.organization, u.id) end as organization_scopes,
      """
          + UserRow.claimsFor("t.scope")
          + """
          from jsonb_to_recordset(?::jsonb) as a (place integer, hash bytea, at timestamptz, leeway timestamptz, client text,
            rotates boolean, always boolean, restricted boolean, scope text[], resource text, organization text, key text,
            consenting text)
            join refresh_tokens t on t.tenant_id = ? and t.hash = a.hash
            join grants g on g.tenant_id = t.tenant_id and g.id = t.grant_id
            join users u on u.tenant_id = g.tenant_id and u.id = g.user_id
          where t.hash = any(?) and t.application_id = a.client and t.expires_at > a.at
            and (t.consumed_at is null or t.consumed_at > a.leeway)
            and (t.cnf is null or t.cnf ->> 'jkt' = a.key)
            and string_to_array(t.scope, ' ') @> a.scope
            and (a.resource is null or t.resources @> to_jsonb(a.resource))
            and g.revoked_at is null and g.expires_at > a.at
            and not u.is_suspended and (not a.restricted or application_admits(t.tenant_id, t.application_id, u.id))
            and (t.session_id is null or exists (
              select from sessions s where s.tenant_id = t.tenant_id and s.id = t.session_id and s.expires_at > a.at))
            and (a.organization is null or (string_to_array(t.scope, ' ') @> array['urn:logto:scope:organizations']
              and organization_refusal(t.tenant_id, a.organization, u.id, a.consenting, g.organization_id) is null))
          """;

  static final String ROTATE =
      """
      update refresh_tokens t
      set consumed_at = case when a.refresh is null then t.consumed_at else coalesce(t.consumed_at, a.at) end
      from asked a cross join grants g join users u on u.tenant_id = g.tenant_id and u.id = g.user_id
      where t.tenant_id = ? and t.hash = any(?) and t.hash = a.presented and t.expires_at > a.at
        and (t.consumed_at is null or t.consumed_at > a.at - interval '%d seconds')
        and g.tenant_id = t.tenant_id and g.id = t.grant_id and g.revoked_at is null and g.expires_at > a.at
        and not u.is_suspended
        and (t.session_id is null or exists (
          select from sessions s where s.tenant_id = t.tenant_id and s.id = t.session_id and s.expires_at > a.at))
      returning a.*, t.tenant_id, t.grant_id, t.session_id, t.application_id, t.scope, t.resources, t.claims_request,
        t.authorization_details, t.nonce, t.auth_time, t.with_auth_time, t.amr, t.first_issued_at
      """
          .formatted(LEEWAY.toSeconds());

  private final Db db;
  private final SharedStatement<Code, Redeemed> codes;
  private final SharedStatement<Refresh, Refreshed> refreshTokens;
  private final RedemptionStore redemptions;
  private final RedemptionStore rotations;

  TokenStore(Db db) {
    this.db = db;
    codes =
        new SharedStatement<>((tenant, asked) ->
            db.query(
                tenant,
                CODES,
                row -> new Answer<>(row.integer("place"), redeemed(row)),
                document(asked, TokenStore::row),
                tenant,
                hashes(asked, Code::code)));
    refreshTokens =
        new SharedStatement<>((tenant, asked) ->
            db.query(
                tenant,
                REFRESH_TOKENS,
                row -> new Answer<>(row.integer("place"), refreshed(row)),
                document(asked, TokenStore::row),
                tenant,
                hashes(asked, Refresh::token)));
    redemptions = new RedemptionStore(db, REDEEM);
    rotations = new RedemptionStore(db, ROTATE);
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
      @Nullable String key,
      Instant now) {}

  /** What a code stands for that is good so far. */
  Optional<Redeemed> find(TenantId tenant, Code presented) {
    return codes.find(tenant, presented);
  }

  /** Uses up a code that was found, and writes what it brings; not if it is good no more. */
  boolean redeem(TenantId tenant, Code found, Issued issued) {
    return redemptions.redeem(tenant, found.code(), issued);
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
      @Nullable String consenting,
      Instant now) {}

  /** A refresh token that is good, and whether a successor is to take its place. */
  record Refreshed(Redeemed redeemed, boolean due, Instant expiresAt) {}

  /** What a refresh token stands for that is good so far. */
  Optional<Refreshed> find(TenantId tenant, Refresh presented) {
    return refreshTokens.find(tenant, presented);
  }

  /**
   * Writes what a refresh token brings that was found, and consumes it where a successor is among
   * that; not if it is good no more.
   */
  boolean refresh(TenantId tenant, Refresh found, Issued issued) {
    return rotations.redeem(tenant, found.token(), issued);
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
  Refused explain(TenantId tenant, Refresh presented) {
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
            presented.now(),
            presented.now().minus(LEEWAY),
            presented.now(),
            presented.restricted(),
            presented.organization(),
            presented.organization(),
            presented.consenting())
        .orElse(new Refused(false, false, false, Scopes.NONE, List.of(), null));
  }

  private static <Q> Jsonb document(List<Q> asked, Function<Q, ObjectNode> row) {
    ArrayNode document = JsonCodec.mapper().createArrayNode();
    for (Q one : asked) {
      document.add(row.apply(one).put("place", document.size() + 1));
    }
    return new Jsonb(document.toString());
  }

  private static <Q> byte[][] hashes(List<Q> asked, Function<Q, String> secret) {
    return asked.stream().map(secret).map(Digests::sha256).toArray(byte[][]::new);
  }

  private static ObjectNode row(Code presented) {
    return JsonCodec.object()
        .put("hash", RedemptionStore.hex(Digests.sha256(presented.code())))
        .put("at", presented.now().toString())
        .put("client", presented.clientId())
        .put("redirect", presented.redirectUri())
        .put("challenge", presented.challenge())
        .put("key", presented.key());
  }

  private static ObjectNode row(Refresh presented) {
    ObjectNode row =
        JsonCodec.object()
            .put("hash", RedemptionStore.hex(Digests.sha256(presented.token())))
            .put("at", presented.now().toString())
            .put("leeway", presented.now().minus(LEEWAY).toString())
            .put("client", presented.clientId())
            .put("rotates", presented.rotates())
            .put("always", presented.publicClient())
            .put("restricted", presented.restricted())
            .put("resource", presented.resource())
            .put("organization", presented.organization())
            .put("key", presented.key())
            .put("consenting", presented.consenting());
    presented.scope().forEach(row.putArray("scope")::add);
    return row;
  }

  private static Refreshed refreshed(Row row) throws SQLException {
    return new Refreshed(redeemed(row), row.flag("due"), row.instant("expires_at"));
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
