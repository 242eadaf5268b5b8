package io.gatehouse.oidc.token;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.oidc.issue.OidcScopes;
import io.gatehouse.oidc.issue.Person;
import io.gatehouse.oidc.token.content.OrganizationRefusal;
import io.gatehouse.oidc.token.content.Redeemed;
import io.gatehouse.oidc.token.content.TokenRequest;
import io.gatehouse.oidc.token.content.UserTokens.AccessToken;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.session.grant.GrantColumns;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.UserRow;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an exchange asks and tells the database. */
@Singleton
class TokenExchangeStore {
  private final Db db;

  TokenExchangeStore(Db db) {
    this.db = db;
  }

  /**
   * What is asked for.
   *
   * @param restricted whether the client's access control is on
   * @param organization where the token is to be used; null for everywhere
   */
  record Wanted(
      String personId,
      String clientId,
      boolean restricted,
      Scopes scope,
      List<String> resources,
      @Nullable String organization) {}

  /** Where the person stands with the client and the organization, and what they may do. */
  record Standing(
      Wanted wanted,
      Person person,
      boolean admitted,
      @Nullable OrganizationRefusal refusal,
      Map<String, Scopes> available,
      Redeemed.@Nullable Organization organization) {

    /** As if a code had been redeemed for it: a grant of its own, with what is asked. */
    Redeemed redeemed(
        Instant now, Redeemed.@Nullable Exchanged exchanged, @Nullable ArrayNode details) {
      return new Redeemed(
          Ids.standardId(),
          null,
          wanted.scope(),
          OidcScopes.of(wanted.scope()),
          wanted.resources(),
          available,
          available,
          null,
          new Redeemed.Login(now, false, List.of(), null),
          null,
          person,
          organization,
          exchanged,
          details);
    }
  }

  /** Empty for a person who does not exist or is suspended. */
  Optional<Standing> find(TenantId tenant, Wanted wanted) {
    return db.find(
        tenant,
        """
        select not ? or application_admits(u.tenant_id, ?, u.id) as admitted,
          case when wanted.organization is not null then
            organization_refusal(u.tenant_id, wanted.organization, u.id, null) end as refusal,
          case when cardinality(wanted.resources) > 0 then
            user_scopes(u.tenant_id, u.id, wanted.resources, wanted.organization) end as available,
          case when wanted.organization is not null then
            organization_user_scopes(u.tenant_id, wanted.organization, u.id) end as organization_scopes,
        """
            + UserRow.claimsFor("''")
            + """
            from users u cross join (select ?::text as organization, ?::text[] as resources) wanted
            where u.tenant_id = ? and u.id = ? and not u.is_suspended
            """,
        row -> standing(row, wanted),
        wanted.restricted(),
        wanted.clientId(),
        wanted.organization(),
        wanted.resources(),
        tenant,
        wanted.personId());
  }

  private static Standing standing(Row row, Wanted wanted) throws SQLException {
    @Nullable String available = row.textOrNull("available");
    @Nullable String scopes = row.textOrNull("organization_scopes");
    return new Standing(
        wanted,
        Person.of(row),
        row.flag("admitted"),
        OrganizationRefusal.of(row.textOrNull("refusal")),
        available == null ? Map.of() : GrantColumns.parse(available),
        wanted.organization() == null
            ? null
            : new Redeemed.Organization(wanted.organization(), Scopes.parse(scopes)));
  }

  /**
   * The grant of the exchange, and the token where it is opaque, in one statement, which ends the
   * transaction.
   */
  void write(TokenRequest request, Redeemed redeemed, AccessToken access) {
    if (access.stored()) {
      writeWithToken(request, redeemed, access);
      return;
    }
    Map<String, Scopes> resources =
        redeemed.resources().size() == 1
            ? Map.of(redeemed.resources().getFirst(), access.scope())
            : Map.of();
    db.updateAndCommit(
        request.tenant().id(),
        """
        insert into grants (tenant_id, id, user_id, application_id, scope, resources, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        request.tenant().id(),
        redeemed.grantId(),
        redeemed.user().id(),
        request.clientId(),
        redeemed.granted().toString(),
        new Jsonb(GrantColumns.text(resources)),
        request.now(),
        request.now().plus(access.life()));
  }

  private void writeWithToken(TokenRequest request, Redeemed redeemed, AccessToken access) {
    TenantId tenant = request.tenant().id();
    Instant end = request.now().plus(access.life());
    db.updateAndCommit(
        tenant,
        """
        with granted as (
          insert into grants (tenant_id, id, user_id, application_id, scope, created_at, expires_at)
          values (?, ?, ?, ?, ?, ?, ?))
        insert into access_tokens (tenant_id, hash, grant_id, application_id, scope, cnf, extra, authorization_details,
          created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        redeemed.grantId(),
        redeemed.user().id(),
        request.clientId(),
        access.scope().toString(),
        request.now(),
        end,
        tenant,
        Digests.sha256(access.value()),
        redeemed.grantId(),
        request.clientId(),
        access.scope().toString(),
        Confirmation.column(request.confirmation()),
        new Jsonb(JsonCodec.text(extra(redeemed))),
        access.details() == null ? null : new Jsonb(access.details().toString()),
        request.now(),
        end);
  }

  private static Map<String, Object> extra(Redeemed redeemed) {
    return redeemed.actor() == null ? Map.of() : Map.of("act", Map.of("sub", redeemed.actor()));
  }
}
