package io.gatehouse.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.platform.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Takes secrets and scripts out of what is written to a log, by the names of members, and what
 * PostgreSQL's JSON cannot hold out of its texts.
 */
public final class Masking {
  private static final TextNode MASK = TextNode.valueOf("******");
  private static final List<String> SECRETS =
      List.of("secret", "password", "apikey", "privatekey", "credential", "cookie", "assertion");

  private Masking() {}

  /** Of any value. */
  public static JsonNode mask(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> object((ObjectNode) node);
      case ARRAY -> array((ArrayNode) node);
      case STRING -> text(node.textValue());
      default -> node;
    };
  }

  /** Of an object. */
  public static ObjectNode object(ObjectNode node) {
    ObjectNode masked = JsonCodec.object();
    for (var member : node.properties()) {
      String name = plain(member.getKey());
      if (isScript(name)) {
        continue;
      }
      JsonNode value = member.getValue();
      masked.set(
          clean(member.getKey()),
          isSecret(name) && !value.isBoolean() && !value.isNull() ? MASK : mask(value));
    }
    return masked;
  }

  private static ArrayNode array(ArrayNode node) {
    ArrayNode masked = JsonCodec.mapper().createArrayNode();
    node.forEach(element -> masked.add(mask(element)));
    return masked;
  }

  private static boolean isScript(String name) {
    return name.startsWith("script")
        || name.endsWith("script")
        || name.contains("environmentvariables");
  }

  private static boolean isSecret(String name) {
    return name.equals("authorization")
        || name.equals("codeverifier")
        || name.endsWith("token")
        || name.endsWith("tokenhint")
        || holdsSecret(name);
  }

  private static boolean holdsSecret(String name) {
    for (String secret : SECRETS) {
      if (name.contains(secret)) {
        return true;
      }
    }
    return false;
  }

  /** {@code client_secret}, {@code clientSecret} and {@code Client-Secret} are one name. */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  private static TextNode text(String text) {
    return TextNode.valueOf(clean(text));
  }

  /** Without NUL, and with halves of surrogate pairs replaced: neither can be stored. */
  private static String clean(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = c != 0 && !Character.isSurrogate(c);
    }
    return plain
        ? text
        : new String(
            text.replace("\0", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
