package io.gatehouse.access.detail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A member that a detail may have.
 *
 * @param label what people read; its name where it is null
 * @param required whether a detail without it is refused
 * @param values the only texts that it may be, or hold; any where it is null
 */
@Input
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DetailField(
    @Size(min = 1, max = 64) String name,
    @Nullable @NullAllowed @Size(min = 1, max = 128) String label,
    Kind kind,
    @Nullable @NullAllowed Boolean required,
    @Nullable @NullAllowed @Size(max = 100) List<@Size(min = 1, max = 256) String> values) {
  private static final int LONGEST_TEXT = 1_024;
  private static final int LONGEST_LIST = 50;

  /** What its values are. */
  public enum Kind {
    /** A text. */
    @JsonProperty("text")
    TEXT,
    /** A number. */
    @JsonProperty("number")
    NUMBER,
    /** True or false. */
    @JsonProperty("boolean")
    BOOLEAN,
    /** Several texts. */
    @JsonProperty("list")
    LIST,
    /** Texts and numbers under names, such as an amount and its currency. */
    @JsonProperty("object")
    OBJECT
  }

  public DetailField {
    values = values == null ? null : List.copyOf(values);
  }

  boolean mustBeThere() {
    return Boolean.TRUE.equals(required);
  }

  /** What people read. */
  public String title() {
    return label == null ? name : label;
  }

  boolean fits(JsonNode value) {
    return switch (kind) {
      case TEXT -> isText(value);
      case NUMBER -> value.isNumber();
      case BOOLEAN -> value.isBoolean();
      case LIST ->
          value.isArray()
              && !value.isEmpty()
              && value.size() <= LONGEST_LIST
              && StreamSupport.stream(value.spliterator(), false).allMatch(this::isText);
      case OBJECT ->
          value.isObject()
              && value.size() <= LONGEST_LIST
              && StreamSupport.stream(value.spliterator(), false)
                  .allMatch(each ->
                      each.isNumber()
                          || each.isBoolean()
                          || each.isTextual() && storable(each.textValue()));
    };
  }

  private boolean isText(JsonNode value) {
    return value.isTextual()
        && storable(value.textValue())
        && (values == null || values.contains(value.textValue()));
  }

  /** Short, and without what neither the database nor a page can show. */
  private static boolean storable(String text) {
    return text.length() <= LONGEST_TEXT
        && text.codePoints()
            .noneMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }
}
