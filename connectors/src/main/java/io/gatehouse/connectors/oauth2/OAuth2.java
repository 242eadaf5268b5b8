package io.gatehouse.connectors.oauth2;

import static io.gatehouse.connectors.ConnectorError.GENERAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.connectors.SocialSession;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.Provider;
import io.gatehouse.connectors.client.TokenEndpoint;
import java.net.URI;
import java.util.Map;

/** Sign-in by the authorization code grant of OAuth 2.0, with every address and name configured. */
public final class OAuth2 implements SocialConnector {
  private final ConnectorMetadata metadata = ConnectorMetadata.beside(OAuth2.class);

  @Override
  public ConnectorMetadata metadata() {
    return metadata;
  }

  @Override
  public void check(JsonNode config) {
    OAuth2Config.of(config);
  }

  @Override
  public URI authorizationUri(AuthorizationRequest request, JsonNode json, Outside outside) {
    var config = OAuth2Config.of(json);
    request.session().write(new SocialSession(Map.of("redirectUri", request.redirectUri())));
    return AuthorizationUri.of(config.authorizationEndpoint())
        .with("response_type", "code")
        .with("client_id", config.client().clientId())
        .with("scope", request.scopeOr(config.scope()))
        .with("redirect_uri", request.redirectUri())
        .with("state", request.state())
        .with(config.custom())
        .toUri();
  }

  @Override
  public Answer complete(SocialCallback callback, JsonNode json, Outside outside) {
    var config = OAuth2Config.of(json);
    String code = callback.code(GENERAL);
    String redirectUri = callback.redirectUri(callback.session().read());
    TokenSet tokens = redeem(TokenEndpoint.code(code, redirectUri), config, outside);
    JsonNode profile =
        Provider.get(
            config.userInfoEndpoint(),
            tokens.tokenType(),
            tokens.accessToken(),
            outside,
            Provider.Failures.GENERAL);
    return new Answer(config.profileMap().map(profile), tokens);
  }

  @Override
  public TokenSet refresh(String refreshToken, JsonNode json, Outside outside) {
    return redeem(TokenEndpoint.refresh(refreshToken), OAuth2Config.of(json), outside);
  }

  private static TokenSet redeem(Map<String, String> form, OAuth2Config config, Outside outside) {
    form.putAll(config.custom());
    return config.tokens().tokens(form, outside);
  }
}
