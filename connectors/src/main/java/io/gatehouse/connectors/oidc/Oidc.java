package io.gatehouse.connectors.oidc;

import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_INVALID_ID_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.connectors.SocialSession;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.IdTokens;
import io.gatehouse.connectors.client.TokenEndpoint;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;

/**
 * Sign-in by the authorization code flow of OpenID Connect; the profile is the ID token's, no
 * further endpoint is called.
 */
public final class Oidc implements SocialConnector {
  private final ConnectorMetadata metadata = ConnectorMetadata.beside(Oidc.class);
  private final IdTokens idTokens = new IdTokens();

  @Override
  public ConnectorMetadata metadata() {
    return metadata;
  }

  @Override
  public void check(JsonNode config) {
    OidcConfig.of(config);
  }

  @Override
  public URI authorizationUri(AuthorizationRequest request, JsonNode json, Outside outside) {
    var config = OidcConfig.of(json);
    String nonce = outside.nonce();
    request
        .session()
        .write(new SocialSession(Map.of("redirectUri", request.redirectUri(), "nonce", nonce)));
    String scope = request.scopeOr(config.scope());
    return AuthorizationUri.of(config.authorizationEndpoint())
        .with("response_type", "code")
        .with("client_id", config.tokens().authentication().clientId())
        .with("scope", withOpenid(scope == null ? "" : scope))
        .with("redirect_uri", request.redirectUri())
        .with("state", request.state())
        .with("nonce", nonce)
        .with(config.optional())
        .with(config.custom())
        .toUri();
  }

  /**
   * OpenID Connect Core §3.1.2.1: "OpenID Connect requests MUST contain the openid scope value."
   */
  private static String withOpenid(String scope) {
    boolean present = Arrays.asList(scope.split("\\s+")).contains("openid");
    return present ? scope : (scope + " openid").strip();
  }

  @Override
  public Answer complete(SocialCallback callback, JsonNode json, Outside outside) {
    var config = OidcConfig.of(json);
    String code = callback.code(GENERAL);
    SocialSession session = callback.session().read();
    var form = TokenEndpoint.code(code, callback.redirectUri(session));
    form.putAll(config.custom());
    JsonNode answer = config.tokens().post(form, outside);
    String idToken = answer.path("id_token").asText("");
    if (idToken.isEmpty()) {
      throw SOCIAL_INVALID_ID_TOKEN.exception("The provider's answer holds no ID token.");
    }
    SocialUserInfo user = believe(idToken, config, session, outside);
    return new Answer(
        user,
        answer.has("access_token") && answer.has("token_type")
            ? TokenEndpoint.tokens(answer)
            : null);
  }

  private SocialUserInfo believe(
      String idToken, OidcConfig config, SocialSession session, Outside outside) {
    JsonNode json = idTokens.verify(idToken, config.rules(), outside);
    var claims = Claims.of(json, config.reading());
    // OpenID Connect Core §3.1.3.7: "a nonce Claim MUST be present and its value checked";
    // providers that drop it are tolerated.
    if (claims.nonce() != null && !claims.nonce().equals(session.get("nonce").orElse(null))) {
      throw SOCIAL_INVALID_ID_TOKEN.exception("The ID token answers another request.");
    }
    return claims.profile(config.reading(), json);
  }

  @Override
  public TokenSet refresh(String refreshToken, JsonNode json, Outside outside) {
    var config = OidcConfig.of(json);
    var form = TokenEndpoint.refresh(refreshToken);
    form.putAll(config.custom());
    return config.tokens().tokens(form, outside);
  }
}
