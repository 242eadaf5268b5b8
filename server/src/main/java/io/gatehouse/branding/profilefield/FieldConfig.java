package io.gatehouse.branding.profilefield;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import io.gatehouse.platform.input.ShapedBy;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each type of field adds. */
sealed interface FieldConfig {

  /** The record of a type. */
  static Class<? extends FieldConfig> of(FieldType type) {
    return switch (type) {
      case Text -> Text.class;
      case Number -> Number.class;
      case Date -> Date.class;
      case Checkbox -> Checkbox.class;
      case Select -> Select.class;
      case Url -> Url.class;
      case Regex -> Regex.class;
      case Address -> Address.class;
      case Fullname -> Fullname.class;
    };
  }

  /** Whether a field of the type needs one. */
  static boolean isNeeded(FieldType type) {
    return type == FieldType.Select || type == FieldType.Regex || type.isComposite();
  }

  @JsonInclude(Include.NON_NULL)
  record Text(
      @Nullable String placeholder,
      @Nullable @ShapedBy(AsWritten.class) JsonNode minLength,
      @Nullable @ShapedBy(AsWritten.class) JsonNode maxLength)
      implements FieldConfig {}

  @JsonInclude(Include.NON_NULL)
  record Number(
      @Nullable String placeholder,
      @Nullable @ShapedBy(AsWritten.class) JsonNode minValue,
      @Nullable @ShapedBy(AsWritten.class) JsonNode maxValue)
      implements FieldConfig {}

  @JsonInclude(Include.NON_NULL)
  record Date(@Nullable String placeholder, String format, @Nullable String customFormat)
      implements FieldConfig {}

  @JsonInclude(Include.NON_NULL)
  record Checkbox(@Nullable Ticked defaultValue) implements FieldConfig {}

  @JsonInclude(Include.NON_NULL)
  record Select(@Nullable String placeholder, List<Option> options) implements FieldConfig {}

  @JsonInclude(Include.NON_NULL)
  record Url(@Nullable String placeholder) implements FieldConfig {}

  @JsonInclude(Include.NON_NULL)
  record Regex(@Nullable String placeholder, String format) implements FieldConfig {}

  /** The parts of a postal address. */
  record Address(List<AddressPart> parts) implements FieldConfig {}

  /** The parts of a name. */
  record Fullname(List<NamePart> parts) implements FieldConfig {}

  /** A field within a field. */
  sealed interface Part {
    FieldType type();

    /** Its name, as it is kept. */
    String word();

    @Nullable String label();

    @Nullable String description();

    boolean required();

    @Nullable PartConfig config();
  }

  @JsonInclude(Include.NON_NULL)
  record AddressPart(
      boolean enabled,
      AddressName name,
      FieldType type,
      @Nullable @Size(min = 1) String label,
      @Nullable String description,
      boolean required,
      @Nullable PartConfig config)
      implements Part {
    @Override
    public String word() {
      return name.name();
    }
  }

  @JsonInclude(Include.NON_NULL)
  record NamePart(
      boolean enabled,
      Name name,
      FieldType type,
      @Nullable @Size(min = 1) String label,
      @Nullable String description,
      boolean required,
      @Nullable PartConfig config)
      implements Part {
    @Override
    public String word() {
      return name.name();
    }
  }

  /** What a part's type adds; looked at closely only when a field is replaced. */
  @JsonInclude(Include.NON_NULL)
  record PartConfig(
      @Nullable @Size(max = 256) String placeholder,
      @Nullable @Min(0) Integer minLength,
      @Nullable @Min(0) Integer maxLength,
      @Nullable @Min(0) Integer minValue,
      @Nullable @Min(0) Integer maxValue,
      @Nullable @Size(max = 128) String format,
      @Nullable @Size(max = 128) String customFormat,
      @Nullable List<Option> options,
      @Nullable String defaultValue) {}

  /** The parts of an address, as OpenID Connect names them. */
  enum AddressName {
    formatted,
    streetAddress,
    locality,
    region,
    postalCode,
    country
  }

  /** The parts of a name. */
  enum Name {
    givenName,
    middleName,
    familyName
  }

  /** Whether a box begins ticked. */
  enum Ticked {
    @JsonProperty("true")
    TRUE,
    @JsonProperty("false")
    FALSE
  }

  /** One choice of a selection. */
  @JsonInclude(Include.NON_NULL)
  record Option(@Nullable String label, String value) {}

  /** A number that is kept as it was written: 3 stays 3. */
  final class AsWritten implements Shape {
    @Override
    public @Nullable Object read(JsonNode node, Issues issues) {
      if (!node.isNumber()) {
        issues.wrongType("number", node);
        return null;
      }
      return node;
    }

    @Override
    public ObjectNode schema() {
      return Schema.of("number");
    }
  }
}
