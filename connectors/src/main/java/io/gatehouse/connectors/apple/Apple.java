package io.gatehouse.connectors.apple;

import static io.gatehouse.connectors.ConnectorError.AUTHORIZATION_FAILED;
import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_INVALID_ID_TOKEN;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.connectors.SocialSession;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.IdTokenRules;
import io.gatehouse.connectors.client.IdTokens;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in with an Apple account. The ID token comes with the browser, so no code is redeemed and no
 * secret is needed.
 */
public final class Apple implements SocialConnector {
  private static final String AUTHORIZE = "https://appleid.apple.com/auth/authorize";
  private static final String KEYS = "https://appleid.apple.com/auth/keys";
  private static final String ISSUER = "https://appleid.apple.com";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ConnectorMetadata metadata = ConnectorMetadata.beside(Apple.class);
  private final IdTokens idTokens = new IdTokens();

  /** What an administrator enters. */
  record Config(String clientId, @Nullable String scope) {
    static Config of(JsonNode json) {
      return Fields.read(
          json, INVALID_CONFIG, in -> new Config(in.text("clientId"), in.optionalText("scope")));
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

  /** Apple hands out an ID token by form or fragment only, and anything beyond it by form only. */
  @Override
  public URI authorizationUri(AuthorizationRequest request, JsonNode json, Outside outside) {
    var config = Config.of(json);
    String nonce = outside.nonce();
    request.session().write(new SocialSession(Map.of("nonce", nonce)));
    URI address =
        AuthorizationUri.of(outside.endpoint(AUTHORIZE))
            .with("response_type", "code id_token")
            .with("response_mode", "form_post")
            .with("client_id", config.clientId())
            .with("scope", request.scopeOr(config.scope()))
            .with("redirect_uri", request.redirectUri())
            .with("state", request.state())
            .with("nonce", nonce)
            .toUri();
    // Apple reads a plus in its parameters as a plus.
    return URI.create(address.toString().replace("+", "%20"));
  }

  @Override
  public Answer complete(SocialCallback callback, JsonNode json, Outside outside) {
    if (callback.text("error").isPresent()) {
      throw AUTHORIZATION_FAILED.with(callback.data());
    }
    String token = callback.text("id_token").orElseThrow(() -> GENERAL.with(callback.data()));
    var rules =
        new IdTokenRules(outside.endpoint(KEYS), List.of(ISSUER), Config.of(json).clientId());
    JsonNode claims = idTokens.verify(token, rules, outside);
    String nonce = callback.session().read().get("nonce").orElse(null);
    if (nonce == null || !nonce.equals(claims.path("nonce").textValue())) {
      throw SOCIAL_INVALID_ID_TOKEN.exception("The ID token answers another request.");
    }
    String name = callback.text("user").map(Apple::name).orElse(null);
    return new Answer(
        Fields.read(claims, SOCIAL_INVALID_ID_TOKEN, in -> profile(in, name, claims)));
  }

  private static SocialUserInfo profile(Fields in, @Nullable String name, JsonNode claims) {
    String email = in.coercedFlag("email_verified") ? in.optionalText("email") : null;
    return new SocialUserInfo(in.text("sub"), email, null, name, null, claims);
  }

  /**
   * What somebody calls themselves; Apple tells it once, when they come for the first time. Nobody
   * has signed it, so nothing else is taken from there.
   */
  private static @Nullable String name(String user) {
    try {
      JsonNode name = JSON.readTree(user).path("name");
      return Stream.of(name.path("firstName"), name.path("lastName"))
          .map(part -> part.asText("").strip())
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining(" "));
    } catch (JsonProcessingException malformed) {
      return null;
    }
  }
}
