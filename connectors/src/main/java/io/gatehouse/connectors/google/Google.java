package io.gatehouse.connectors.google;

import static io.gatehouse.connectors.ConnectorError.AUTHORIZATION_FAILED;
import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_INVALID_ID_TOKEN;
import static io.gatehouse.connectors.client.Provider.Failures.BAD_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.ClientAuthentication;
import io.gatehouse.connectors.client.IdTokenRules;
import io.gatehouse.connectors.client.IdTokens;
import io.gatehouse.connectors.client.Provider;
import io.gatehouse.connectors.client.TokenEndpoint;
import java.net.URI;
import java.util.List;

/**
 * Sign-in with a Google account: by redirect, or by the ID token that the One Tap prompt hands to
 * the page.
 */
public final class Google implements SocialConnector {
  private static final String AUTHORIZE = "https://accounts.google.com/o/oauth2/v2/auth";
  private static final String TOKEN = "https://oauth2.googleapis.com/token";
  private static final String USERINFO = "https://openidconnect.googleapis.com/v1/userinfo";
  private static final String KEYS = "https://www.googleapis.com/oauth2/v3/certs";
  private static final List<String> ISSUERS =
      List.of("https://accounts.google.com", "accounts.google.com");

  private final ConnectorMetadata metadata = ConnectorMetadata.beside(Google.class);
  private final IdTokens idTokens = new IdTokens();

  @Override
  public ConnectorMetadata metadata() {
    return metadata;
  }

  @Override
  public void check(JsonNode config) {
    GoogleConfig.of(config);
  }

  @Override
  public URI authorizationUri(AuthorizationRequest request, JsonNode json, Outside outside) {
    var config = GoogleConfig.of(json);
    return AuthorizationUri.of(outside.endpoint(AUTHORIZE))
        .with("client_id", config.clientId())
        .with("redirect_uri", request.redirectUri())
        .with("response_type", "code")
        .with("state", request.state())
        .with("scope", request.scopeOr(config.scopeOrDefault()))
        .with("access_type", config.offlineAccess() ? "offline" : null)
        .with("prompt", String.join(" ", config.prompts()))
        .toUri();
  }

  @Override
  public Answer complete(SocialCallback callback, JsonNode json, Outside outside) {
    var config = GoogleConfig.of(json);
    var credential = callback.text("credential");
    if (credential.isPresent()) {
      var rules = new IdTokenRules(outside.endpoint(KEYS), ISSUERS, config.clientId());
      JsonNode claims = idTokens.verify(credential.get(), rules, outside);
      return new Answer(profile(claims, SOCIAL_INVALID_ID_TOKEN));
    }
    String code =
        callback.code(callback.text("error").isPresent() ? AUTHORIZATION_FAILED : GENERAL);
    String redirectUri =
        callback.text("redirectUri").orElseThrow(() -> GENERAL.with(callback.data()));
    TokenSet tokens =
        endpoint(config, outside).tokens(TokenEndpoint.code(code, redirectUri), outside);
    JsonNode person =
        Provider.get(
            outside.endpoint(USERINFO),
            tokens.tokenType(),
            tokens.accessToken(),
            outside,
            BAD_TOKEN);
    return new Answer(profile(person, INVALID_RESPONSE), tokens);
  }

  @Override
  public boolean prompts() {
    return true;
  }

  @Override
  public TokenSet refresh(String refreshToken, JsonNode json, Outside outside) {
    return endpoint(GoogleConfig.of(json), outside)
        .tokens(TokenEndpoint.refresh(refreshToken), outside);
  }

  private static TokenEndpoint endpoint(GoogleConfig config, Outside outside) {
    var client = new ClientAuthentication.Post(config.clientId(), config.clientSecret());
    return new TokenEndpoint(outside.endpoint(TOKEN), client, BAD_TOKEN);
  }

  private static SocialUserInfo profile(JsonNode person, ConnectorError otherwise) {
    return Fields.read(
        person,
        otherwise,
        in ->
            new SocialUserInfo(
                in.text("sub"),
                in.flag("email_verified") ? in.optionalText("email") : null,
                null,
                in.optionalText("name"),
                in.optionalText("picture"),
                person));
  }
}
