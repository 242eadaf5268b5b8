package io.gatehouse.oidc.authorize;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.oidc.issue.ClaimsRequest;
import io.gatehouse.oidc.issue.Person;
import io.gatehouse.oidc.issue.Tokens;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.ClientIdUrl;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.session.NewSession;
import io.gatehouse.session.Session;
import io.gatehouse.session.grant.Grant;
import io.gatehouse.session.grant.GrantColumns;
import io.gatehouse.session.notice.LogoutNotice;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.UserRow;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the authorization endpoint asks and tells the database: one statement each. */
@Singleton
class AuthorizationStore {

  private static final String SITUATION =
      """
      select s.id, s.user_id, s.auth_time, s.amr, s.acr, s.expires_at,
        g.id as grant_id, g.scope, g.resources, g.offline,
        case when ? then user_scopes(s.tenant_id, s.user_id, ?, ?) else '{}' end as available,
        not ? or application_admits(s.tenant_id, ?, s.user_id) as admitted
      from sessions s
        join users u on u.tenant_id = s.tenant_id and u.id = s.user_id
        left join grants g on g.tenant_id = s.tenant_id and g.session_id = s.id and g.registered_application_id = ?
          and g.revoked_at is null and g.expires_at > ?
      where s.tenant_id = ? and s.expires_at > ? and not u.is_suspended and s.secret_hash = ?
      """;

  private static final String CODE =
      """
      insert into authorization_codes (tenant_id, hash, grant_id, session_id, application_id, redirect_uri, code_challenge, request,
        scope, auth_time, amr, acr, created_at, expires_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String GRANT =
      """
      insert into grants (tenant_id, id, session_id, begun_session_id, user_id, application_id, scope, resources, offline,
        created_at, expires_at, organization_id, client_name, client_logo)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant_id, id) do update
        set scope = excluded.scope, resources = excluded.resources, offline = excluded.offline
      """;

  /** Where the account was used first; a client that describes itself has a column of its own. */
  private static final String FIRST_CLIENT =
      """
      update users set application_id = ?, cimd_client_id = ?, updated_at = ?
      where tenant_id = ? and id = ? and application_id is null and cimd_client_id is null
      """;

  private static final String ACCESS_TOKEN =
      """
      insert into access_tokens (tenant_id, hash, grant_id, session_id, application_id, scope, claims_request,
        authorization_details, created_at, expires_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Db db;

  AuthorizationStore(Db db) {
    this.db = db;
  }

  /**
   * What a request is for.
   *
   * @param restricted whether the client's access control is on
   * @param organization where it is to be used; null for everywhere
   */
  record Wanted(
      String clientId,
      boolean restricted,
      List<String> indicators,
      @Nullable String organization) {}

  /**
   * The live session of the cookie with what matters for this client; none for a suspended person.
   */
  Optional<Situation> situation(TenantId tenant, String sessionSecret, Wanted wanted, Instant now) {
    return db.find(
        tenant,
        SITUATION,
        AuthorizationStore::situation,
        !wanted.indicators().isEmpty(),
        wanted.indicators(),
        wanted.organization(),
        wanted.restricted(),
        wanted.clientId(),
        wanted.clientId(),
        now,
        tenant,
        now,
        Digests.sha256(sessionSecret));
  }

  /**
   * A code, the grant that it hangs on, a token that goes with the browser, and the session where
   * it begins with them: as many of them as there are, written in one statement, the last of the
   * request. With a newcomer's grant their first client is noted.
   *
   * @param newcomer whether the person may have used no application before
   */
  void issue(TenantId tenant, Issue issue, @Nullable NewSession session, boolean newcomer) {
    List<String> statements = new ArrayList<>();
    List<@Nullable Object> arguments = new ArrayList<>();
    if (session != null) {
      statements.add(NewSession.INSERT);
      arguments.addAll(session.arguments());
    }
    if (!issue.known()) {
      statements.add(GRANT);
      arguments.addAll(grant(tenant, issue));
    }
    if (!issue.known() && newcomer) {
      statements.add(FIRST_CLIENT);
      arguments.addAll(firstClient(tenant, issue));
    }
    if (issue.accessToken() != null) {
      statements.add(ACCESS_TOKEN);
      arguments.addAll(accessToken(tenant, issue, issue.accessToken()));
    }
    if (issue.request().type().code()) {
      statements.add(CODE);
      arguments.addAll(code(tenant, issue));
    }
    if (statements.equals(List.of(CODE)) && !db.inTransaction()) {
      // A code lives for a minute or two, and whoever loses it asks for another.
      db.updateInHaste(tenant, CODE, arguments.toArray());
    } else if (session != null && issue.request().type().code()) {
      // Who loses it signs in once more; where the code is redeemed, its tokens wait for all this.
      db.updateAndCommitInHaste(tenant, together(statements), arguments.toArray());
    } else if (!statements.isEmpty()) {
      db.updateAndCommit(tenant, together(statements), arguments.toArray());
    }
  }

  private static String together(List<String> statements) {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < statements.size() - 1; i++) {
      sql.append(i == 0 ? "with part" : ", part").append(i).append(" as (");
      sql.append(statements.get(i)).append(")\n");
    }
    return sql.append(statements.getLast()).toString();
  }

  private static List<@Nullable Object> accessToken(TenantId tenant, Issue issue, String token) {
    ClaimsRequest claims = issue.request().claims();
    ArrayNode details = issue.request().authorizationDetails();
    return Arrays.asList(
        tenant,
        Digests.sha256(token),
        issue.grant().id(),
        issue.boundToSession() ? issue.session().id() : null,
        issue.request().clientId(),
        issue.openScope().toString(),
        claims == null ? null : new Jsonb(JsonCodec.text(claims)),
        details == null ? null : new Jsonb(details.toString()),
        issue.now(),
        issue.now().plus(Tokens.ACCESS_TOKEN_LIFE));
  }

  /** The person of an ID token that goes with the browser. */
  Person person(TenantId tenant, String userId, Scopes scope) {
    return db.one(
        tenant,
        "select "
            + UserRow.claimsFor("asked.scope")
            + " from users u cross join (select ?::text as scope) asked where u.tenant_id = ? and u.id = ?",
        Person::of,
        scope.toString(),
        tenant,
        userId);
  }

  private static List<@Nullable Object> grant(TenantId tenant, Issue issue) {
    Issue.Described described = issue.described();
    return Arrays.asList(
        tenant,
        issue.grant().id(),
        issue.session().id(),
        issue.session().id(),
        issue.session().userId(),
        issue.request().clientId(),
        issue.grant().scope().toString(),
        new Jsonb(GrantColumns.text(issue.grant().resources())),
        issue.grant().offline(),
        issue.now(),
        issue.now().plus(Issue.GRANT_LIFE),
        described == null ? null : described.organization(),
        described == null ? null : described.name(),
        described == null ? null : described.logo());
  }

  private static List<@Nullable Object> firstClient(TenantId tenant, Issue issue) {
    String client = issue.request().clientId();
    boolean describesItself = ClientIdUrl.named(client);
    return Arrays.asList(
        describesItself ? null : client,
        describesItself ? client : null,
        issue.now(),
        tenant,
        issue.session().userId());
  }

  private static List<@Nullable Object> code(TenantId tenant, Issue issue) {
    AuthorizationRequest request = issue.request();
    return Arrays.asList(
        tenant,
        Digests.sha256(issue.code()),
        issue.grant().id(),
        issue.boundToSession() ? issue.session().id() : null,
        request.clientId(),
        request.redirectUri(),
        request.codeChallenge(),
        new Jsonb(JsonCodec.text(request)),
        issue.scope().toString(),
        issue.session().authTime(),
        new Jsonb(JsonCodec.text(issue.session().amr())),
        issue.session().acr(),
        issue.now(),
        issue.now().plus(Issue.CODE_LIFE));
  }

  /** All or nothing. */
  <T> T atOnce(TenantId tenant, Supplier<T> work) {
    return db.transaction(tenant, work);
  }

  /** The same for work without a result. */
  void atOnce(TenantId tenant, Runnable work) {
    db.transaction(tenant, work);
  }

  /**
   * A grant that ended for another.
   *
   * @param noticed whether its application is told that the person is signed out there
   */
  record Pushed(String grantId, boolean noticed) {}

  /** Ends all of the person's live grants to the application but the newest, and answers which. */
  List<Pushed> revokeBeyond(
      TenantId tenant, String clientId, String userId, int newest, Instant now) {
    return db.query(
        tenant,
        """
        with revoked as (
          update grants g set revoked_at = ?
          where g.tenant_id = ? and g.id in (
            select o.id from grants o
            where o.tenant_id = ? and o.user_id = ? and o.application_id = ? and o.revoked_at is null and o.expires_at > ?
            order by o.created_at desc, o.id offset ?)
          returning g.tenant_id, g.id, g.user_id, coalesce(g.begun_session_id, g.session_id) as session_id, g.registered_application_id),
        noticed as (
        """
            + LogoutNotice.OF_REVOKED
            + """
            )
            select r.id, n.session_id is not null as noticed
            from revoked r left join noticed n on n.session_id = r.session_id
            """,
        row -> new Pushed(row.text("id"), row.flag("noticed")),
        now,
        tenant,
        tenant,
        userId,
        clientId,
        now,
        (long) newest,
        now,
        now,
        now.plus(LogoutNotice.LIFE));
  }

  private static Situation situation(Row row) throws SQLException {
    Session session =
        new Session(
            row.text("id"),
            row.text("user_id"),
            row.instant("auth_time"),
            List.of(JsonCodec.read(row.text("amr"), String[].class)),
            row.textOrNull("acr"),
            row.instant("expires_at"));
    String grantId = row.textOrNull("grant_id");
    Grant grant =
        grantId == null
            ? null
            : new Grant(
                grantId,
                Scopes.parse(row.text("scope")),
                GrantColumns.parse(row.text("resources")),
                row.flag("offline"));
    return new Situation(
        session, grant, GrantColumns.parse(row.text("available")), row.flag("admitted"));
  }
}
