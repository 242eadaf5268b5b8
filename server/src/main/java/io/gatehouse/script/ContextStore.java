package io.gatehouse.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.session.NewSession;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.UserRow;
import io.gatehouse.user.UserView;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What customizers are told of a person, gathered in one statement. */
@Singleton
class ContextStore {
  private final Db db;

  ContextStore(Db db) {
    this.db = db;
  }

  /**
   * The person, how they signed in for the grant, and the organization.
   *
   * @param organizationId where the token is for; null for everywhere
   */
  Optional<ObjectNode> person(
      TenantId tenant, String userId, @Nullable String grantId, @Nullable String organizationId) {
    return db.find(
        tenant,
        """
        select
          (select jsonb_agg(jsonb_build_object('issuer', s.issuer, 'identityId', s.identity_id, 'detail', s.detail) order by s.id)
           from user_sso_identities s where s.tenant_id = u.tenant_id and s.user_id = u.id) as sso_identities,
          (select jsonb_agg(distinct f.type) from user_mfa_factors f where f.tenant_id = u.tenant_id and f.user_id = u.id) as factors,
          (select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'description', r.description, 'scopes', coalesce((
              select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'description', s.description,
                'resourceId', s.resource_id, 'resource', jsonb_build_object('tenantId', a.tenant_id, 'id', a.id, 'name', a.name,
                  'indicator', a.indicator, 'isDefault', a.is_default, 'accessTokenTtl', a.access_token_ttl)) order by s.name, s.id)
              from role_scopes g
                join scopes s on s.tenant_id = g.tenant_id and s.id = g.scope_id
                join resources a on a.tenant_id = s.tenant_id and a.id = s.resource_id
              where g.tenant_id = r.tenant_id and g.role_id = r.id), '[]')) order by r.name, r.id)
           from user_roles h join roles r on r.tenant_id = h.tenant_id and r.id = h.role_id
           where h.tenant_id = u.tenant_id and h.user_id = u.id) as roles,
          (select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'description', o.description) order by o.name, o.id)
           from organization_users m join organizations o on o.tenant_id = m.tenant_id and o.id = m.organization_id
           where m.tenant_id = u.tenant_id and m.user_id = u.id) as organizations,
          (select jsonb_agg(jsonb_build_object('organizationId', h.organization_id, 'roleId', r.id, 'roleName', r.name)
              order by h.organization_id, r.name)
           from organization_user_roles h
             join organization_roles r on r.tenant_id = h.tenant_id and r.id = h.organization_role_id
           where h.tenant_id = u.tenant_id and h.user_id = u.id) as organization_roles,
          (select
        """
            + NewSession.SUBMISSION
            + """
               from grants g join sessions s on s.tenant_id = g.tenant_id and s.id = g.session_id
               where g.tenant_id = u.tenant_id and g.id = ?) as submission,
              (select jsonb_build_object('id', o.id, 'name', o.name, 'description', o.description, 'customData', o.custom_data)
               from organizations o where o.tenant_id = u.tenant_id and o.id = ?) as organization,
            """
            + UserRow.COLUMNS
            + "from users u where u.tenant_id = ? and u.id = ?",
        ContextStore::context,
        grantId,
        organizationId,
        tenant,
        userId);
  }

  /** The organization that a machine's token is for. */
  Optional<JsonNode> organization(TenantId tenant, String id) {
    return db.find(
        tenant,
        """
        select jsonb_build_object('id', o.id, 'name', o.name, 'description', o.description, 'customData', o.custom_data) as told
        from organizations o where o.tenant_id = ? and o.id = ?
        """,
        row -> JsonCodec.tree(row.text("told")),
        tenant,
        id);
  }

  private static ObjectNode context(Row row) throws SQLException {
    ObjectNode user = JsonCodec.mapper().valueToTree(UserView.of(UserRow.read(row)));
    user.set("ssoIdentities", list(row, "sso_identities"));
    user.set("mfaVerificationFactors", list(row, "factors"));
    user.set("roles", list(row, "roles"));
    user.set("organizations", list(row, "organizations"));
    user.set("organizationRoles", list(row, "organization_roles"));
    ObjectNode context = JsonCodec.object();
    context.set("user", user);
    String submission = row.textOrNull("submission");
    if (submission != null) {
      context.set("interaction", interaction(JsonCodec.tree(submission)));
    }
    String organization = row.textOrNull("organization");
    if (organization != null) {
      context.set("organization", JsonCodec.tree(organization));
    }
    return context;
  }

  /** Of what the person has shown, the part that scripts are promised. */
  private static ObjectNode interaction(JsonNode submission) {
    ObjectNode told = JsonCodec.object();
    for (String member :
        new String[] {"interactionEvent", "userId", "verificationRecords", "signInContext"}) {
      if (submission.hasNonNull(member)) {
        told.set(member, submission.get(member));
      }
    }
    return told;
  }

  private static JsonNode list(Row row, String column) throws SQLException {
    String json = row.textOrNull(column);
    return json == null ? JsonCodec.mapper().createArrayNode() : JsonCodec.tree(json);
  }
}
