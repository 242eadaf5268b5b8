package io.gatehouse.enterprise.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.enterprise.SsoError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.json.JsonCodec;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/**
 * Fetches what a provider of OpenID Connect publishes about itself.
 *
 * <p>Source: <a
 * href="https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig">OpenID Connect
 * Discovery 1.0 §4</a>
 */
final class OidcDiscovery {
  private static final String PATH = "/.well-known/openid-configuration";
  private static final Map<String, String> NEEDED =
      Map.of(
          "authorization_endpoint", "authorizationEndpoint",
          "token_endpoint", "tokenEndpoint",
          "jwks_uri", "jwksUri",
          "issuer", "issuer");

  private final HttpSender http;
  private final ObjectMapper json = JsonCodec.mapper();

  OidcDiscovery(HttpSender http) {
    this.http = http;
  }

  /** The endpoints under our names, or the reason as the end of the request. */
  ObjectNode fetch(String issuer) {
    JsonNode published;
    try {
      // OpenID Connect Discovery 1.0 §4.1: any terminating / must be removed before appending.
      Response answer = http.send(Request.get(new URI(issuer.replaceFirst("/$", "") + PATH)));
      if (!answer.ok()) {
        throw new IOException("status " + answer.status());
      }
      published = json.readTree(answer.body());
    } catch (IOException | URISyntaxException e) {
      throw refusal(issuer, "fail_to_fetch_config", String.valueOf(e.getMessage()));
    }
    ObjectNode endpoints = JsonCodec.object();
    NEEDED.forEach((theirs, ours) -> {
      JsonNode value = published.path(theirs);
      if (!value.isTextual() || value.textValue().isEmpty()) {
        throw refusal(issuer, "invalid_config_response", theirs + " is missing");
      }
      endpoints.set(ours, value);
    });
    if (published.path("userinfo_endpoint").isTextual()) {
      endpoints.set("userinfoEndpoint", published.get("userinfo_endpoint"));
    }
    return endpoints;
  }

  private static RequestException refusal(String issuer, String message, String error) {
    return SsoError.INVALID_CONFIG.withData(
        Map.of(
            "ssoErrorCode",
            "invalid_config",
            "config",
            Map.of("issuer", issuer),
            "message",
            message,
            "error",
            error));
  }
}
