package io.gatehouse.oidc.token;

import io.gatehouse.oidc.Dpop;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.ClientAuthentication;
import io.gatehouse.oidc.client.ClientAuthentication.Authenticated;
import io.gatehouse.oidc.client.Shown;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.oidc.token.content.TokenRequest;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every token request goes through, whatever its grant.
 *
 * <p>Source: [RFC 6749 §3.2](https://www.rfc-editor.org/rfc/rfc6749#section-3.2)
 */
@Singleton
class TokenEndpoint {
  private final ClientAuthentication authentication;
  private final List<Grant> grants;
  private final Dpop dpop;
  private final TokenLog log;
  private final InstantSource clock;

  TokenEndpoint(
      ClientAuthentication authentication,
      AuthorizationCodeGrant code,
      RefreshTokenGrant refresh,
      ClientCredentialsGrant clientCredentials,
      DeviceCodeGrant deviceCode,
      TokenExchangeGrant exchange,
      JwtBearerGrant assertion,
      BackchannelGrant backchannel,
      Dpop dpop,
      TokenLog log,
      InstantSource clock) {
    this.authentication = authentication;
    this.grants =
        List.of(code, refresh, clientCredentials, deviceCode, exchange, assertion, backchannel);
    this.dpop = dpop;
    this.log = log;
    this.clock = clock;
  }

  /** Who asks and how: for the log and for the client's browser. */
  record Origin(
      Shown shown,
      @Nullable String origin,
      Dpop.Request proof,
      @Nullable String ip,
      @Nullable String userAgent) {}

  /**
   * The tokens for a request.
   *
   * @throws OAuthException for the client
   */
  TokenAnswer answer(Tenant tenant, Parameters parameters, Origin origin) {
    Authenticated caller = null;
    try {
      caller = authentication.authenticate(tenant, origin.shown(), parameters);
      Grant grant = select(parameters, caller.client());
      TokenRequest request =
          new TokenRequest(
              tenant, caller, parameters, confirmation(tenant, caller, origin), clock.instant());
      TokenAnswer answer = grant.answer(request);
      log.succeeded(request, grant, answer, origin);
      return answer;
    } catch (OAuthException e) {
      log.failed(tenant.id(), caller, parameters, e, origin);
      throw e;
    }
  }

  /** The key that the tokens will be bound to, where the client shows one. [RFC 9449 §5] */
  private @Nullable Confirmation confirmation(Tenant tenant, Authenticated caller, Origin origin) {
    Client client = caller.client();
    String key = dpop.key(tenant, origin.proof(), null, client.protocol().needsNonce());
    if (key == null && client.bindsTokensToProofs()) {
      throw OAuthError.INVALID_REQUEST.because("this client must show a DPoP proof");
    }
    return Confirmation.of(key, certificate(caller, origin));
  }

  /**
   * The certificate that the tokens will be bound to, where the client has them so. [RFC 8705 §3]
   */
  private static @Nullable String certificate(Authenticated caller, Origin origin) {
    return caller.client().authentication().bindsTokens()
        ? origin
            .shown()
            .certificate()
            .get()
            .orElseThrow(
                () -> OAuthError.INVALID_REQUEST.because("this client must show a certificate"))
            .thumbprint()
        : null;
  }

  private Grant select(Parameters parameters, Client client) {
    String type = parameters.required("grant_type");
    Grant grant =
        grants.stream()
            .filter(candidate -> candidate.kind().parameter().equals(type))
            .findFirst()
            .orElseThrow(() ->
                OAuthError.UNSUPPORTED_GRANT_TYPE.because("unsupported grant_type requested"));
    if (!grant.kind().allowedFor(client)) {
      throw OAuthError.INVALID_REQUEST.because(
          "requested grant type is not allowed for this client");
    }
    return grant;
  }
}
