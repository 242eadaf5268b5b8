package io.gatehouse.platform.input.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import io.gatehouse.platform.input.Url;
import jakarta.validation.constraints.Email;
import java.lang.reflect.AnnotatedType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with its length and format. The character NUL is always refused: no PostgreSQL text can
 * hold it.
 */
record TextShape(
    Bounds length, @Nullable Pattern pattern, @Nullable String format, boolean emptyIsNull)
    implements Shape {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
  static final TextShape ANY = new TextShape(new Bounds(0, Integer.MAX_VALUE), null, null, false);

  static TextShape of(AnnotatedType type) {
    var pattern = type.getAnnotation(jakarta.validation.constraints.Pattern.class);
    String format =
        type.isAnnotationPresent(Url.class)
            ? "url"
            : type.isAnnotationPresent(Email.class) ? "email" : null;
    return new TextShape(
        Bounds.of(type),
        pattern == null ? null : Pattern.compile(pattern.regexp()),
        format,
        type.isAnnotationPresent(EmptyIsNull.class));
  }

  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    if (!node.isTextual()) {
      issues.wrongType("string", node);
      return null;
    }
    String text = node.textValue();
    if (emptyIsNull && text.isEmpty()) {
      return null;
    }
    length.check("string", text.length(), issues);
    if (text.indexOf('\0') >= 0) {
      issues.custom("The character NUL cannot be stored.");
    }
    if (pattern != null && !pattern.matcher(text).find()) {
      issues.wrongText("regex");
    }
    if (format != null && !(format.equals("url") ? isUrl(text) : isEmail(text))) {
      issues.wrongText(format);
    }
    return text;
  }

  private static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  private static boolean isUrl(String text) {
    try {
      return new URI(text).getScheme() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = length.describe(Schema.of("string"), "minLength", "maxLength");
    if (pattern != null) {
      schema.put("pattern", pattern.pattern());
    }
    if (format != null) {
      schema.put("format", format.equals("url") ? "uri" : format);
    }
    if (emptyIsNull) {
      schema.remove(List.of("minLength", "format", "pattern"));
    }
    return schema;
  }
}
