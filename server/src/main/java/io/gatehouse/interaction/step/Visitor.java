package io.gatehouse.interaction.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of the request.
 *
 * @param injected what a trusted proxy tells of them, such as {@code country}
 * @param languages most wanted first, as BCP 47 tags
 * @param devices the cookies by which people know this browser again, by name
 */
public record Visitor(
    @Nullable String ip,
    @Nullable String userAgent,
    Map<String, String> injected,
    List<String> languages,
    Map<String, String> devices) {
  public Visitor {
    injected = Map.copyOf(injected);
    languages = List.copyOf(languages);
    devices = Map.copyOf(devices);
  }

  /** Never shows what the cookies hold. */
  @Override
  public String toString() {
    return "Visitor[" + ip + ", " + userAgent + "]";
  }

  /** As pages and scripts are told of it. */
  public ObjectNode signInContext() {
    ObjectNode json = JsonCodec.object();
    injected.forEach(json::put);
    if (ip != null) {
      json.put("ip", ip);
    }
    if (userAgent != null) {
      json.put("userAgent", userAgent);
    }
    return json;
  }
}
