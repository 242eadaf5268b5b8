package io.gatehouse.enterprise.initiated;

import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where people get to whose sign-in begins at a connector's provider.
 *
 * @param defaultApplicationId what they sign in to
 * @param redirectUri where the application is answered; its first address where this is null
 * @param authParameters what the authorization request says besides
 * @param autoSendAuthorizationRequest whether the request is made here, or by the application
 * @param clientIdpInitiatedAuthCallbackUri where the application makes it
 */
public record IdpInitiatedAuth(
    TenantId tenantId,
    String connectorId,
    String defaultApplicationId,
    @Nullable String redirectUri,
    Map<String, String> authParameters,
    boolean autoSendAuthorizationRequest,
    @Nullable String clientIdpInitiatedAuthCallbackUri,
    Instant createdAt) {

  /** From a row that holds the table's columns under their names. */
  static IdpInitiatedAuth of(TenantId tenant, Row row) throws SQLException {
    Map<String, String> parameters = new LinkedHashMap<>();
    JsonCodec.tree(row.text("auth_parameters"))
        .properties()
        .forEach(each -> parameters.put(each.getKey(), each.getValue().asText()));
    return new IdpInitiatedAuth(
        tenant,
        row.text("connector_id"),
        row.text("default_application_id"),
        row.textOrNull("redirect_uri"),
        parameters,
        row.flag("auto_send_authorization_request"),
        row.textOrNull("client_idp_initiated_auth_callback_uri"),
        row.instant("created_at"));
  }
}
