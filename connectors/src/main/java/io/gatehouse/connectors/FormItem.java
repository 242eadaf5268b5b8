package io.gatehouse.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of the form that configures a connector.
 *
 * @param key the field of the configuration
 * @param defaultValue what the form starts with, of the type that {@code type} tells
 * @param selectItems the options of a Select or MultiSelect
 * @param showConditions all must hold, or the field is hidden
 * @param isConfidential the value is masked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormItem(
    String key,
    Type type,
    String label,
    @Nullable Boolean required,
    @Nullable JsonNode defaultValue,
    @Nullable List<Option> selectItems,
    @Nullable List<Condition> showConditions,
    @Nullable String placeholder,
    @Nullable String description,
    @Nullable String tooltip,
    @JsonProperty("isConfidential") @Nullable Boolean isConfidential) {

  /** How the field is edited. */
  public enum Type {
    TEXT("Text"),
    NUMBER("Number"),
    MULTILINE_TEXT("MultilineText"),
    SWITCH("Switch"),
    SELECT("Select"),
    MULTI_SELECT("MultiSelect"),
    JSON("Json");

    private final String wire;

    Type(String wire) {
      this.wire = wire;
    }

    @JsonValue
    public String wire() {
      return wire;
    }
  }

  /** A choice; a MultiSelect shows the value itself. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Option(String value, @Nullable String title) {}

  /** Another field must have this value. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Condition(String targetKey, @Nullable JsonNode expectValue) {}
}
