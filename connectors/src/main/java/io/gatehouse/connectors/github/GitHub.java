package io.gatehouse.connectors.github;

import static io.gatehouse.connectors.ConnectorError.AUTHORIZATION_FAILED;
import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_AUTH_CODE_INVALID;
import static io.gatehouse.connectors.client.Provider.Failures.BAD_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.ClientAuthentication;
import io.gatehouse.connectors.client.Provider;
import io.gatehouse.connectors.client.TokenEndpoint;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sign-in with a GitHub account. */
public final class GitHub implements SocialConnector {
  private static final String AUTHORIZE = "https://github.com/login/oauth/authorize";
  private static final String TOKEN = "https://github.com/login/oauth/access_token";
  private static final String USER = "https://api.github.com/user";
  private static final String EMAILS = "https://api.github.com/user/emails";

  private final ConnectorMetadata metadata = ConnectorMetadata.beside(GitHub.class);

  /** What an administrator enters. */
  record Config(String clientId, String clientSecret, @Nullable String scope) {
    static Config of(JsonNode json) {
      return Fields.read(
          json,
          INVALID_CONFIG,
          in -> new Config(in.text("clientId"), in.text("clientSecret"), in.optionalText("scope")));
    }

    String scopeOrDefault() {
      return scope == null || scope.isBlank() ? "read:user" : scope;
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
    return AuthorizationUri.of(outside.endpoint(AUTHORIZE))
        .with("client_id", config.clientId())
        .with("redirect_uri", request.redirectUri())
        .with("state", request.state())
        .with("scope", request.scopeOr(config.scopeOrDefault()))
        .toUri();
  }

  @Override
  public Answer complete(SocialCallback callback, JsonNode json, Outside outside) {
    var config = Config.of(json);
    String code =
        callback.code(callback.text("error").isPresent() ? AUTHORIZATION_FAILED : GENERAL);
    TokenSet tokens =
        redeem(TokenEndpoint.code(code, ""), SOCIAL_AUTH_CODE_INVALID, config, outside);
    JsonNode user =
        Provider.get(outside.endpoint(USER), "Bearer", tokens.accessToken(), outside, BAD_TOKEN);
    return new Answer(GitHubProfile.of(user, emails(tokens, outside)).userInfo(), tokens);
  }

  @Override
  public TokenSet refresh(String refreshToken, JsonNode json, Outside outside) {
    var form = TokenEndpoint.refresh(refreshToken);
    return redeem(form, ConnectorError.SOCIAL_INVALID_ACCESS_TOKEN, Config.of(json), outside);
  }

  /** GitHub reports failures with status 200 and {@code error} in the body. */
  private static TokenSet redeem(
      Map<String, String> form, ConnectorError refused, Config config, Outside outside) {
    var client = new ClientAuthentication.Post(config.clientId(), config.clientSecret());
    var endpoint = new TokenEndpoint(outside.endpoint(TOKEN), client, BAD_TOKEN);
    JsonNode answer = endpoint.post(form, outside);
    if (answer.hasNonNull("error")) {
      throw refused.with(answer);
    }
    return TokenEndpoint.tokens(answer);
  }

  /**
   * The account's addresses; none where the scope does not reach them, which GitHub says with 403
   * or 404.
   */
  private static @Nullable JsonNode emails(TokenSet tokens, Outside outside) {
    var response =
        Provider.exchange(
            Provider.authorized(outside.endpoint(EMAILS), "Bearer", tokens.accessToken()), outside);
    return switch (response.status()) {
      case 403, 404 -> null;
      default -> Provider.json(Provider.successful(response, BAD_TOKEN));
    };
  }
}
