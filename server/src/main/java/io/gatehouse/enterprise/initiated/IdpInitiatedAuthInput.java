package io.gatehouse.enterprise.initiated;

import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import io.gatehouse.platform.input.ShapedBy;
import io.gatehouse.tenant.TenantId;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where people shall get to. An application that asks for itself says where it does; of one that is
 * asked for, what is asked. What belongs to the other way is dropped.
 */
@Input
record IdpInitiatedAuthInput(
    @Size(min = 1, max = 21) String defaultApplicationId,
    boolean autoSendAuthorizationRequest,
    @Nullable @NullAllowed @Size(max = 2_048) String redirectUri,
    @Nullable Map<@Size(min = 1, max = 64) String, @Size(max = 1_024) String> authParameters,
    @Nullable @ShapedBy(CallbackAddressShape.class) String clientIdpInitiatedAuthCallbackUri) {
  private static final int MOST_PARAMETERS = 20;

  IdpInitiatedAuthInput {
    if (!autoSendAuthorizationRequest && clientIdpInitiatedAuthCallbackUri == null) {
      throw new IllegalArgumentException(
          "clientIdpInitiatedAuthCallbackUri is needed where no request is sent automatically.");
    }
    if (authParameters != null && authParameters.size() > MOST_PARAMETERS) {
      throw new IllegalArgumentException("authParameters has too many members.");
    }
    redirectUri = autoSendAuthorizationRequest ? redirectUri : null;
    authParameters =
        autoSendAuthorizationRequest && authParameters != null
            ? Map.copyOf(authParameters)
            : Map.of();
    clientIdpInitiatedAuthCallbackUri =
        autoSendAuthorizationRequest ? null : clientIdpInitiatedAuthCallbackUri;
  }

  IdpInitiatedAuth of(TenantId tenant, String connectorId, Instant now) {
    return new IdpInitiatedAuth(
        tenant,
        connectorId,
        defaultApplicationId,
        redirectUri,
        authParameters == null ? Map.of() : authParameters,
        autoSendAuthorizationRequest,
        clientIdpInitiatedAuthCallbackUri,
        now);
  }
}
