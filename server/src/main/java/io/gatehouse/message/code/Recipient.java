package io.gatehouse.message.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import io.gatehouse.platform.input.ShapedBy;
import io.gatehouse.user.Identifier;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who gets a code: {@code {email}} or {@code {phone}}; of both the e-mail address counts. */
@Input
@ShapedBy(Recipient.Body.class)
record Recipient(Identifier to) {

  /** A code that somebody typed, and who they say to be. */
  @Input
  @ShapedBy(Recipient.TypedBody.class)
  record Typed(Identifier from, String code) {}

  /** Neither an e-mail address nor a number: a choice of which nothing fits. */
  private static void fitsNothing(JsonNode body, Issues issues) {
    issues.add(
        "invalid_union",
        Map.of("unionErrors", List.of(unfit(body, "email"), unfit(body, "phone"))),
        "Must hold an email address or a phone number of digits.");
  }

  private static Map<String, Object> unfit(JsonNode body, String member) {
    Issues issues = new Issues();
    JsonNode value = body.get(member);
    if (value == null || !value.isTextual()) {
      issues.at(member).wrongType("string", value);
    } else {
      issues.at(member).wrongText("regex");
    }
    return Map.of("issues", issues.all(), "name", "ZodError");
  }

  /** Reads the one that is there. */
  static final class Body implements Shape {
    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+\\.\\S+");
    private static final Pattern PHONE = Pattern.compile("\\d{1,128}");

    @Override
    public @Nullable Object read(JsonNode node, Issues issues) {
      Identifier to = identifier(node);
      if (to == null) {
        fitsNothing(node, issues);
        return null;
      }
      return new Recipient(to);
    }

    static @Nullable Identifier identifier(JsonNode node) {
      String email = node.path("email").asText();
      if (node.path("email").isTextual()
          && email.length() <= 128
          && EMAIL.matcher(email).matches()) {
        return Identifier.email(email);
      }
      String phone = node.path("phone").asText();
      return node.path("phone").isTextual() && PHONE.matcher(phone).matches()
          ? Identifier.phone(phone)
          : null;
    }

    @Override
    public ObjectNode schema() {
      return Schema.anyOf(List.of(member("email"), member("phone")));
    }

    static ObjectNode member(String... names) {
      ObjectNode schema = Schema.of("object");
      ObjectNode properties = schema.putObject("properties");
      for (String name : names) {
        properties.set(name, Schema.of("string"));
        schema.withArray("required").add(name);
      }
      return schema;
    }
  }

  /** The same with the code. */
  static final class TypedBody implements Shape {
    @Override
    public @Nullable Object read(JsonNode node, Issues issues) {
      Identifier from = Body.identifier(node);
      JsonNode code = node.path("verificationCode");
      if (from == null) {
        fitsNothing(node, issues);
      }
      if (!code.isTextual()) {
        issues.at("verificationCode").wrongType("string", code);
      } else if (code.textValue().isEmpty()) {
        issues.at("verificationCode").custom("Must not be empty.");
      }
      return from == null || !code.isTextual() || code.textValue().isEmpty()
          ? null
          : new Typed(from, code.textValue());
    }

    @Override
    public ObjectNode schema() {
      return Schema.anyOf(
          List.of(
              Body.member("email", "verificationCode"), Body.member("phone", "verificationCode")));
    }
  }
}
