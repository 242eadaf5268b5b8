package io.gatehouse.oidc.registration;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.Outside;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks that the addresses of a client are those that its group publishes.
 *
 * <p>Source: [OpenID Connect Registration
 * §5](https://openid.net/specs/openid-connect-registration-1_0.html#SectorIdentifierValidation)
 */
@Singleton
class SectorIdentifiers {
  private static final int LARGEST = 64 * 1024;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final HttpSender http;

  SectorIdentifiers(Outside outside) {
    this.http = outside.http();
  }

  /**
   * "The values of the registered redirect_uris MUST be included in the elements of the array".
   *
   * @throws OAuthException invalid_client_metadata
   */
  void check(ObjectNode said, List<String> redirectUris) {
    JsonNode address = said.get("sector_identifier_uri");
    if (address != null && !published(address.asText()).containsAll(redirectUris)) {
      throw MetadataText.refused("sector_identifier_uri does not list every one of redirect_uris");
    }
  }

  private Set<String> published(String address) {
    try {
      HttpSender.Response answer = http.send(HttpSender.Request.get(secure(address)));
      if (answer.status() == 200 && answer.body().length() <= LARGEST) {
        Set<String> listed = new HashSet<>();
        JsonCodec.mapper().readTree(answer.body()).forEach(each -> listed.add(each.asText()));
        return listed;
      }
    } catch (JacksonException e) {
      throw MetadataText.refused("sector_identifier_uri has no JSON array");
    } catch (IOException e) {
      // Told below like an address that answers nothing of use.
    }
    throw MetadataText.refused("sector_identifier_uri could not be fetched");
  }

  /** "The sector_identifier_uri … MUST use the https scheme"; this machine may do without. */
  private static URI secure(String address) {
    try {
      URI uri = new URI(address);
      if (uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(uri.getHost()))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below like any other address that is not https.
    }
    throw MetadataText.refused("sector_identifier_uri must be an https URL");
  }
}
