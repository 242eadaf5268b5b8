package io.gatehouse.enterprise.initiated;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Where sign-ins get to that begin at a provider, in the database. */
@Singleton
class IdpInitiatedAuthStore {
  private final Db db;

  IdpInitiatedAuthStore(Db db) {
    this.db = db;
  }

  Optional<IdpInitiatedAuth> find(TenantId tenant, String connectorId) {
    return db.find(
        tenant,
        "select * from sso_idp_initiated_auths where tenant_id = ? and connector_id = ?",
        row -> IdpInitiatedAuth.of(tenant, row),
        tenant,
        connectorId);
  }

  /** Puts it in the place of the one before, which lends its age. */
  IdpInitiatedAuth replace(IdpInitiatedAuth wanted) {
    TenantId tenant = wanted.tenantId();
    return db.one(
        tenant,
        """
        insert into sso_idp_initiated_auths
          (tenant_id, connector_id, default_application_id, redirect_uri, auth_parameters,
           auto_send_authorization_request, client_idp_initiated_auth_callback_uri, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (tenant_id, connector_id) do update set
          default_application_id = excluded.default_application_id,
          redirect_uri = excluded.redirect_uri,
          auth_parameters = excluded.auth_parameters,
          auto_send_authorization_request = excluded.auto_send_authorization_request,
          client_idp_initiated_auth_callback_uri = excluded.client_idp_initiated_auth_callback_uri
        returning *
        """,
        row -> IdpInitiatedAuth.of(tenant, row),
        tenant,
        wanted.connectorId(),
        wanted.defaultApplicationId(),
        wanted.redirectUri(),
        new Jsonb(JsonCodec.text(wanted.authParameters())),
        wanted.autoSendAuthorizationRequest(),
        wanted.clientIdpInitiatedAuthCallbackUri(),
        wanted.createdAt());
  }

  boolean delete(TenantId tenant, String connectorId) {
    return db.update(
            tenant,
            "delete from sso_idp_initiated_auths where tenant_id = ? and connector_id = ?",
            tenant,
            connectorId)
        == 1;
  }
}
