package io.gatehouse.application.protection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.metadata.OidcClientMetadata;
import io.gatehouse.platform.json.JsonCodec;
import java.time.Duration;
import java.util.List;

/**
 * How a protected application begins: the host that people visit, and the site behind it.
 *
 * @param origin where the proxy sends them on to
 */
public record Protection(String host, String origin) {
  private static final Duration SESSION = Duration.ofDays(14);

  /** What the proxy is told. */
  public ObjectNode metadata() {
    ObjectNode metadata = JsonCodec.object();
    metadata.put("host", host).put("origin", origin);
    metadata.put("sessionDuration", SESSION.toSeconds());
    metadata.putArray("pageRules");
    metadata.putArray("additionalScopes");
    return metadata;
  }

  /** The proxy itself is the client. */
  public OidcClientMetadata client() {
    String url = "https://" + host;
    return new OidcClientMetadata(
        List.of(url + "/sign-in-callback"), List.of(url), null, null, null);
  }
}
