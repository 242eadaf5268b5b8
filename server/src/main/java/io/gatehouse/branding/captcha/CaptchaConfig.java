package io.gatehouse.branding.captcha;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Guard;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import io.gatehouse.platform.input.ShapedBy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provider's keys. */
@ShapedBy(CaptchaConfig.ByType.class)
public sealed interface CaptchaConfig {
  /** The name of the provider. */
  Type type();

  /** The providers there are. */
  enum Type {
    Turnstile,
    RecaptchaEnterprise
  }

  /** Turnstile of Cloudflare. */
  record Turnstile(Type type, String siteKey, String secretKey) implements CaptchaConfig {}

  /**
   * reCAPTCHA Enterprise of Google.
   *
   * @param domain where its script comes from, where the usual one cannot be reached
   */
  @JsonInclude(Include.NON_NULL)
  record Recaptcha(
      Type type,
      String siteKey,
      String secretKey,
      String projectId,
      @Nullable String domain,
      @Nullable Mode mode)
      implements CaptchaConfig {
    /** Whether people tick a box; else they are only watched. */
    boolean checkbox() {
      return mode == Mode.CHECKBOX;
    }
  }

  /** How it shows itself. */
  enum Mode {
    @JsonProperty("invisible")
    INVISIBLE,
    @JsonProperty("checkbox")
    CHECKBOX
  }

  /** The member that tells the provider. */
  record OnlyType(Type type) {}

  /** The record of a provider. */
  static Class<? extends CaptchaConfig> of(Type type) {
    return switch (type) {
      case Turnstile -> Turnstile.class;
      case RecaptchaEnterprise -> Recaptcha.class;
    };
  }

  /** Reads the type first, then what it needs. */
  final class ByType implements Shape {
    @Override
    public @Nullable Object read(JsonNode node, Issues issues) {
      OnlyType only = Guard.read(node, OnlyType.class, issues);
      return only == null ? null : Guard.read(node, of(only.type()), issues);
    }

    @Override
    public ObjectNode schema() {
      return Schema.anyOf(List.of(schema(Type.Turnstile), schema(Type.RecaptchaEnterprise)));
    }

    private static ObjectNode schema(Type type) {
      ObjectNode schema = Schema.ofInput(of(type));
      ((ObjectNode) schema.get("properties")).set("type", Schema.oneOf(List.of(type.name())));
      return schema;
    }
  }
}
