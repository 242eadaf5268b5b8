package io.gatehouse.oidc.client;

import io.gatehouse.oidc.client.ResourceDirectory.MachineMembership;
import io.gatehouse.oidc.client.ResourceDirectory.Target;
import io.gatehouse.platform.db.Db;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.session.grant.GrantColumns;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the resources and machines' scopes from the database. */
@Singleton
class ResourceDirectoryStore {
  private final Db db;

  ResourceDirectoryStore(Db db) {
    this.db = db;
  }

  List<Target> resources(TenantId tenant) {
    return db.query(
        tenant,
        "select indicator, is_default, access_token_ttl from resources where tenant_id = ?",
        row ->
            new Target(
                row.text("indicator"),
                row.flag("is_default"),
                Duration.ofSeconds(row.number("access_token_ttl"))),
        tenant);
  }

  Optional<MachineMembership> machineMembership(
      TenantId tenant, String applicationId, String organizationId) {
    return db.find(
        tenant,
        """
        select
          (select string_agg(distinct s.name, ' ' order by s.name)
           from organization_application_roles h
             join organization_role_scopes g on g.tenant_id = h.tenant_id and g.organization_role_id = h.organization_role_id
             join organization_scopes s on s.tenant_id = g.tenant_id and s.id = g.organization_scope_id
           where h.tenant_id = m.tenant_id and h.organization_id = m.organization_id and h.application_id = m.application_id) as names,
          (select jsonb_object_agg(granted.indicator, granted.names)
           from (
             select r.indicator, string_agg(distinct s.name, ' ' order by s.name) as names
             from organization_application_roles h
               join organization_role_resource_scopes g on g.tenant_id = h.tenant_id and g.organization_role_id = h.organization_role_id
               join scopes s on s.tenant_id = g.tenant_id and s.id = g.scope_id
               join resources r on r.tenant_id = s.tenant_id and r.id = s.resource_id
             where h.tenant_id = m.tenant_id and h.organization_id = m.organization_id and h.application_id = m.application_id
             group by r.indicator) granted) as resources
        from organization_applications m
        where m.tenant_id = ? and m.organization_id = ? and m.application_id = ?
        """,
        row -> {
          String resources = row.textOrNull("resources");
          return new MachineMembership(
              Scopes.parse(row.textOrNull("names")),
              resources == null ? Map.of() : GrantColumns.parse(resources));
        },
        tenant,
        organizationId,
        applicationId);
  }

  Map<String, Scopes> machineScopes(TenantId tenant, String applicationId) {
    Map<String, Scopes> scopes = new LinkedHashMap<>();
    db.query(
        tenant,
        """
        select r.indicator, string_agg(distinct s.name, ' ' order by s.name) as names
        from application_roles ar
          join role_scopes rs on rs.tenant_id = ar.tenant_id and rs.role_id = ar.role_id
          join scopes s on s.tenant_id = rs.tenant_id and s.id = rs.scope_id
          join resources r on r.tenant_id = s.tenant_id and r.id = s.resource_id
        where ar.tenant_id = ? and ar.application_id = ?
        group by r.indicator
        """,
        row -> scopes.put(row.text("indicator"), Scopes.parse(row.text("names"))),
        tenant,
        applicationId);
    return scopes;
  }
}
