package io.gatehouse.enterprise.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Outside;
import io.gatehouse.enterprise.SsoError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.json.JsonCodec;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.function.UnaryOperator;

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
  private final UnaryOperator<URI> places;
  private final ObjectMapper json = JsonCodec.mapper();

  OidcDiscovery(Outside outside) {
    this.http = outside.http();
    this.places = outside.endpoints();
  }

  /** The endpoints under our names, or the reason as the end of the request. */
  ObjectNode fetch(String issuer) {
    JsonNode published = published(issuer);
    ObjectNode endpoints = JsonCodec.object();
    NEEDED.forEach((theirs, ours) -> endpoints.set(ours, published.get(theirs)));
    if (published.path("userinfo_endpoint").isTextual()) {
      endpoints.set("userinfoEndpoint", published.get("userinfo_endpoint"));
    }
    return endpoints;
  }

  /** The document as it is, with everything in it that we need. */
  JsonNode published(String issuer) {
    JsonNode published = read(issuer);
    NEEDED
        .keySet()
        .forEach(name -> {
          JsonNode value = published.path(name);
          if (!value.isTextual() || value.textValue().isEmpty()) {
            throw refusal(issuer, "invalid_config_response", name + " is missing");
          }
          if (!isAddress(name.equals("issuer") ? withDirectory(value) : value.textValue())) {
            throw refusal(issuer, "invalid_config_response", name + " is no address");
          }
        });
    if (published.path("userinfo_endpoint").isTextual()
        && !isAddress(published.get("userinfo_endpoint").textValue())) {
      throw refusal(issuer, "invalid_config_response", "userinfo_endpoint is no address");
    }
    if (!sameProvider(issuer, published.get("issuer").textValue())) {
      throw refusal(issuer, "invalid_config_response", "it names another issuer");
    }
    return published;
  }

  /** The issuer of a provider that serves many directories is a pattern of one. */
  private static String withDirectory(JsonNode issuer) {
    return issuer.textValue().replace(OpenIdEndpoints.ANY_DIRECTORY, "any");
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private JsonNode read(String issuer) {
    try {
      // OpenID Connect Discovery 1.0 §4.1: any terminating / must be removed before appending.
      URI place = places.apply(new URI(issuer.replaceFirst("/$", "") + PATH));
      Response answer = http.send(Request.get(place));
      if (!answer.ok()) {
        throw new IOException("status " + answer.status());
      }
      return json.readTree(answer.body());
    } catch (IOException | URISyntaxException e) {
      throw refusal(issuer, "fail_to_fetch_config", String.valueOf(e.getMessage()));
    }
  }

  /**
   * OpenID Connect Discovery 1.0 §4.3: "The issuer value returned MUST be identical to the Issuer
   * URL that was used as the prefix". Else one enterprise's provider could speak for another's. A
   * last slash is forgiven; and Microsoft's documents, which name a directory by its number, are
   * held to the same host.
   */
  private static boolean sameProvider(String configured, String named) {
    if (configured.replaceFirst("/$", "").equals(named.replaceFirst("/$", ""))) {
      return true;
    }
    String host = "https://login.microsoftonline.com/";
    return configured.startsWith(host) && named.startsWith(host);
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
