package io.gatehouse.branding.page;

import io.gatehouse.branding.profilefield.FieldType;
import io.gatehouse.branding.profilefield.Question;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A field that the tenant has thought of.
 *
 * @param label what the tenant calls it; empty where it has a name that everybody knows
 * @param member what the answer is called in a profile
 * @param least the shortest text, the smallest number
 */
public record Field(
    String name,
    Kind kind,
    String label,
    String member,
    @Nullable String description,
    boolean required,
    @Nullable String placeholder,
    String value,
    @Nullable String least,
    @Nullable String most,
    List<Page.Choice> choices) {
  public Field {
    choices = List.copyOf(choices);
  }

  /** What a question asks, with what is known or was typed. */
  public static Field of(Question question, String value) {
    return new Field(
        question.name(),
        kind(question.type()),
        question.label(),
        question.member(),
        question.description(),
        question.required(),
        question.placeholder(),
        value,
        bound(question.least()),
        bound(question.most()),
        question.choices().stream()
            .map(choice -> new Page.Choice(choice.value(), choice.label()))
            .toList());
  }

  private static Kind kind(FieldType type) {
    return switch (type) {
      case Number -> Kind.NUMBER;
      case Date -> Kind.DATE;
      case Checkbox -> Kind.CHECKBOX;
      case Select -> Kind.SELECT;
      case Url -> Kind.URL;
      case Text, Regex, Address, Fullname -> Kind.TEXT;
    };
  }

  private static @Nullable String bound(@Nullable BigDecimal bound) {
    return bound == null ? null : bound.toPlainString();
  }

  /** What a browser may fill in. */
  public String autocomplete() {
    return switch (member) {
      case "name" -> "name";
      case "givenName" -> "given-name";
      case "middleName" -> "additional-name";
      case "familyName" -> "family-name";
      case "nickname" -> "nickname";
      case "birthdate" -> "bday";
      case "gender" -> "sex";
      case "website", "profile" -> "url";
      case "streetAddress" -> "street-address";
      case "locality" -> "address-level2";
      case "region" -> "address-level1";
      case "postalCode" -> "postal-code";
      case "country" -> "country-name";
      default -> "on";
    };
  }

  /** What a field of a form takes. */
  public enum Kind {
    TEXT,
    NUMBER,
    DATE,
    CHECKBOX,
    SELECT,
    URL;

    /** The type of its input. */
    public String input() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
