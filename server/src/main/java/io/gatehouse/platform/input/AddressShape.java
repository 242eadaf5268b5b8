package io.gatehouse.platform.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A web address as configurations hold them: absolute, with a host, without a user, without a
 * fragment; and what its kind asks of it beyond that.
 */
public abstract class AddressShape implements Shape {
  private static final int LONGEST = 2_048;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Predicate<URI> rule;
  private final String refusal;

  /**
   * Of addresses that fit a rule.
   *
   * @param refusal what the sender of another one reads
   */
  protected AddressShape(Predicate<URI> rule, String refusal) {
    this.rule = rule;
    this.refusal = refusal;
  }

  /** By https, or by http. */
  protected static boolean ofWeb(URI uri) {
    return secure(uri) || "http".equalsIgnoreCase(uri.getScheme());
  }

  /** By https; on this machine by http as well. */
  protected static boolean secureOrLocal(URI uri) {
    return secure(uri) || ofWeb(uri) && LOOPBACK.contains(uri.getHost());
  }

  private static boolean secure(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  @Override
  public final @Nullable Object read(JsonNode node, Issues issues) {
    if (!node.isTextual()) {
      issues.wrongType("string", node);
      return null;
    }
    if (!fits(node.textValue())) {
      issues.custom(refusal);
      return null;
    }
    return node.textValue();
  }

  private boolean fits(String text) {
    try {
      URI uri = new URI(text);
      return text.length() <= LONGEST
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null
          && rule.test(uri);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Override
  public final ObjectNode schema() {
    return Schema.of("string").put("format", "uri");
  }
}
