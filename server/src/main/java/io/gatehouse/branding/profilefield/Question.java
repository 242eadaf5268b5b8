package io.gatehouse.branding.profilefield;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.branding.profilefield.FieldConfig.Option;
import io.gatehouse.branding.profilefield.FieldConfig.Part;
import io.gatehouse.branding.profilefield.FieldConfig.PartConfig;
import io.gatehouse.platform.json.JsonCodec;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing to ask of a person: a field, or a part of an address or a name.
 *
 * @param field the field's name
 * @param part the part's name; null for a field that has none
 * @param below whether the part is kept within a member of the field's name, rather than beside it
 * @param format the regular expression, or how a date is written
 */
public record Question(
    String field,
    @Nullable String part,
    boolean below,
    FieldType type,
    String label,
    @Nullable String description,
    boolean required,
    @Nullable String placeholder,
    @Nullable BigDecimal least,
    @Nullable BigDecimal most,
    @Nullable String format,
    List<Choice> choices,
    boolean ticked) {

  /** One answer of a selection. */
  public record Choice(String value, String label) {}

  /** What it is called in a form. */
  public String name() {
    return part == null ? field : field + "." + part;
  }

  /** What its answer is called where it is kept. */
  public String member() {
    return part == null ? field : part;
  }

  /** What a field asks. */
  static List<Question> of(ProfileField field) {
    FieldConfig config =
        JsonCodec.mapper().convertValue(field.config(), FieldConfig.of(field.type()));
    return switch (config) {
      case FieldConfig.Address address ->
          parts(field, address.parts().stream().filter(FieldConfig.AddressPart::enabled), true);
      case FieldConfig.Fullname name ->
          parts(field, name.parts().stream().filter(FieldConfig.NamePart::enabled), false);
      default -> List.of(whole(field, config));
    };
  }

  private static List<Question> parts(
      ProfileField field, Stream<? extends Part> parts, boolean below) {
    return parts.map(part -> partly(field, part, below)).toList();
  }

  private static Question partly(ProfileField field, Part part, boolean below) {
    PartConfig config = part.config();
    boolean number = part.type() == FieldType.Number;
    return new Question(
        field.name(),
        part.word(),
        below,
        part.type(),
        part.label() == null ? "" : part.label(),
        part.description(),
        part.required(),
        config == null ? null : config.placeholder(),
        config == null ? null : whole(number ? config.minValue() : config.minLength()),
        config == null ? null : whole(number ? config.maxValue() : config.maxLength()),
        config == null ? null : dateOr(config.format(), config.customFormat()),
        config == null ? List.of() : choices(config.options()),
        config != null && "true".equals(config.defaultValue()));
  }

  private static Question whole(ProfileField field, FieldConfig config) {
    String placeholder = field.config().path("placeholder").textValue();
    BigDecimal least = null;
    BigDecimal most = null;
    String format = null;
    List<Choice> choices = List.of();
    boolean ticked = false;
    switch (config) {
      case FieldConfig.Text text -> {
        least = number(text.minLength());
        most = number(text.maxLength());
      }
      case FieldConfig.Number bounds -> {
        least = number(bounds.minValue());
        most = number(bounds.maxValue());
      }
      case FieldConfig.Date date -> format = dateOr(date.format(), date.customFormat());
      case FieldConfig.Checkbox box -> ticked = box.defaultValue() == FieldConfig.Ticked.TRUE;
      case FieldConfig.Select select -> choices = choices(select.options());
      case FieldConfig.Regex regex -> format = regex.format();
      case FieldConfig.Url url -> {}
      case FieldConfig.Address address -> {}
      case FieldConfig.Fullname name -> {}
    }
    return new Question(
        field.name(),
        null,
        false,
        field.type(),
        field.label(),
        field.description(),
        field.required(),
        placeholder,
        least,
        most,
        format,
        choices,
        ticked);
  }

  private static List<Choice> choices(@Nullable List<Option> options) {
    return options == null
        ? List.of()
        : options.stream()
            .map(option ->
                new Choice(
                    option.value(), option.label() == null ? option.value() : option.label()))
            .toList();
  }

  private static @Nullable String dateOr(@Nullable String format, @Nullable String custom) {
    return custom == null || custom.isEmpty() ? format : custom;
  }

  private static @Nullable BigDecimal number(@Nullable JsonNode node) {
    return node == null || !node.isNumber() ? null : node.decimalValue();
  }

  private static @Nullable BigDecimal whole(@Nullable Integer value) {
    return value == null ? null : BigDecimal.valueOf(value);
  }
}
