package io.gatehouse.user.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address as existing clients may send it: something, an at sign, something with a dot
 * inside, and no white space. Looked at from left to right once, however long it is.
 */
public final class EmailShape implements Shape {
  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    if (!node.isTextual()) {
      issues.wrongType("string", node);
      return null;
    }
    String address = node.textValue();
    int at = address.indexOf('@', 1);
    int dot = address.lastIndexOf('.', address.length() - 2);
    boolean valid =
        at > 0
            && dot > at + 1
            && address
                .chars()
                .noneMatch(c -> c == 0 || Character.isWhitespace(c) || Character.isSpaceChar(c));
    if (!valid) {
      issues.wrongText("regex");
      return null;
    }
    return address;
  }

  @Override
  public ObjectNode schema() {
    return Schema.of("string").put("format", "email");
  }

  /** The same, where the empty text clears the address. */
  static final class OrEmpty implements Shape {
    private final EmailShape email = new EmailShape();

    @Override
    public @Nullable Object read(JsonNode node, Issues issues) {
      return node.isTextual() && node.textValue().isEmpty() ? null : email.read(node, issues);
    }

    @Override
    public ObjectNode schema() {
      return Schema.of("string");
    }
  }
}
