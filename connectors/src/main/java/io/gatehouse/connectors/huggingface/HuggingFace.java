package io.gatehouse.connectors.huggingface;

import static io.gatehouse.connectors.ConnectorError.AUTHORIZATION_FAILED;
import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;
import static io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_AUTH_CODE_INVALID;
import static io.gatehouse.connectors.client.Provider.Failures.BAD_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.connectors.SocialSession;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.ClientAuthentication;
import io.gatehouse.connectors.client.Provider;
import io.gatehouse.connectors.client.TokenEndpoint;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sign-in with a Hugging Face account, by the authorization code grant of OAuth 2.0. */
public final class HuggingFace implements SocialConnector {
  private static final String AUTHORIZE = "https://huggingface.co/oauth/authorize";
  private static final String TOKEN = "https://huggingface.co/oauth/token";
  private static final String USERINFO = "https://huggingface.co/oauth/userinfo";

  private final ConnectorMetadata metadata = ConnectorMetadata.beside(HuggingFace.class);

  /** What an administrator enters. */
  record Config(String clientId, String clientSecret, @Nullable String scope) {
    static Config of(JsonNode json) {
      return Fields.read(
          json,
          INVALID_CONFIG,
          in -> new Config(in.text("clientId"), in.text("clientSecret"), in.optionalText("scope")));
    }

    String scopeOrDefault() {
      return scope == null || scope.isBlank() ? "profile" : scope;
    }
  }

  @Override
  public ConnectorMetadata metadata() {
    return metadata;
  }

  @Override
  public void check(JsonNode config) {
    Config.of(config);
  }

  @Override
  public URI authorizationUri(AuthorizationRequest request, JsonNode json, Outside outside) {
    var config = Config.of(json);
    request.session().write(new SocialSession(Map.of("redirectUri", request.redirectUri())));
    return AuthorizationUri.of(outside.endpoint(AUTHORIZE))
        .with("response_type", "code")
        .with("client_id", config.clientId())
        .with("scope", request.scopeOr(config.scopeOrDefault()))
        .with("redirect_uri", request.redirectUri())
        .with("state", request.state())
        .toUri();
  }

  @Override
  public Answer complete(SocialCallback callback, JsonNode json, Outside outside) {
    var config = Config.of(json);
    String code = callback.code(AUTHORIZATION_FAILED);
    String redirectUri = callback.redirectUri(callback.session().read());
    Token token = redeem(code, redirectUri, config, outside);
    return new Answer(profile(token, outside));
  }

  /**
   * All three are required; the connector hands out no tokens, so nothing else of the answer is
   * kept.
   */
  private record Token(String type, String value, String scope) {}

  private Token redeem(String code, String redirectUri, Config config, Outside outside) {
    var client = new ClientAuthentication.Basic(config.clientId(), config.clientSecret());
    var endpoint = new TokenEndpoint(outside.endpoint(TOKEN), client, BAD_TOKEN);
    JsonNode answer = endpoint.post(TokenEndpoint.code(code, redirectUri), outside);
    Token token =
        Fields.read(
            answer,
            INVALID_RESPONSE,
            in ->
                new Token(
                    in.text("token_type"),
                    in.textOrEmpty("access_token"),
                    in.textOrEmpty("scope")));
    if (token.value().isEmpty()) {
      throw SOCIAL_AUTH_CODE_INVALID.exception();
    }
    return token;
  }

  private SocialUserInfo profile(Token token, Outside outside) {
    JsonNode person =
        Provider.get(outside.endpoint(USERINFO), token.type(), token.value(), outside, BAD_TOKEN);
    return Fields.read(
        person,
        INVALID_RESPONSE,
        in ->
            new SocialUserInfo(
                in.text("sub"),
                in.optionalText("email"),
                null,
                in.optionalText("name"),
                in.optionalText("picture"),
                person));
  }
}
