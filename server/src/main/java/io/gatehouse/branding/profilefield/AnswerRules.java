package io.gatehouse.branding.profilefield;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads what a person has typed as the answer to a question. */
public final class AnswerRules {
  /** No answer is longer. */
  public static final int LONGEST = 1_000;

  /** Expressions are the tenant's: this ends those that would never come to an end. */
  private static final int MOST_STEPS = 200_000;

  private static final int LONGEST_NUMBER = 30;

  private AnswerRules() {}

  /** What is wrong with an answer: a code of the error catalogue and the values of its text. */
  public record Fault(String code, Map<String, ?> values) {
    static Fault of(String code) {
      return new Fault(code, Map.of());
    }
  }

  /** An answer as it is kept, or what is wrong with it; neither when nothing was answered. */
  public record Answer(@Nullable JsonNode value, @Nullable Fault fault) {
    private static final Answer NONE = new Answer(null, null);

    private static Answer of(String text) {
      return new Answer(TextNode.valueOf(text), null);
    }

    private static Answer wrong(Fault fault) {
      return new Answer(null, fault);
    }

    private static Answer wrong(String code) {
      return wrong(Fault.of(code));
    }
  }

  /** The answer; a box that is not ticked has one too. */
  public static Answer read(Question question, String typed) {
    String text = typed.strip();
    if (question.type() == FieldType.Checkbox) {
      return new Answer(BooleanNode.valueOf(!text.isEmpty()), null);
    }
    if (text.isEmpty()) {
      return question.required() ? Answer.wrong("form.required") : Answer.NONE;
    }
    if (text.length() > LONGEST) {
      return Answer.wrong(new Fault("form.too_long", Map.of("max", LONGEST)));
    }
    return switch (question.type()) {
      case Number -> number(question, text);
      case Date -> date(question, text);
      case Select -> choice(question, text);
      case Url -> isUrl(text) ? Answer.of(text) : Answer.wrong("form.invalid_url");
      case Regex ->
          matches(question.format(), text) ? Answer.of(text) : Answer.wrong("form.invalid_format");
      case Text, Checkbox, Address, Fullname -> text(question, text);
    };
  }

  private static Answer text(Question question, String text) {
    BigDecimal length = BigDecimal.valueOf(text.codePointCount(0, text.length()));
    if (question.least() instanceof BigDecimal least && length.compareTo(least) < 0) {
      return Answer.wrong(new Fault("form.too_short", Map.of("min", least.toPlainString())));
    }
    if (question.most() instanceof BigDecimal most && length.compareTo(most) > 0) {
      return Answer.wrong(new Fault("form.too_long", Map.of("max", most.toPlainString())));
    }
    return Answer.of(text);
  }

  private static Answer number(Question question, String text) {
    BigDecimal value;
    try {
      value = new BigDecimal(text.length() > LONGEST_NUMBER ? "" : text);
    } catch (NumberFormatException e) {
      return Answer.wrong("form.invalid_number");
    }
    if (Math.abs((long) value.scale()) > LONGEST_NUMBER) {
      return Answer.wrong("form.invalid_number");
    }
    if (question.least() instanceof BigDecimal least && value.compareTo(least) < 0) {
      return Answer.wrong(new Fault("form.too_small", Map.of("min", least.toPlainString())));
    }
    if (question.most() instanceof BigDecimal most && value.compareTo(most) > 0) {
      return Answer.wrong(new Fault("form.too_large", Map.of("max", most.toPlainString())));
    }
    return new Answer(DecimalNode.valueOf(value), null);
  }

  /** Browsers send dates as ISO 8601 has them; they are kept as the tenant writes them. */
  private static Answer date(Question question, String text) {
    LocalDate date;
    try {
      date = LocalDate.parse(text);
    } catch (DateTimeException e) {
      return Answer.wrong("form.invalid_date");
    }
    String format = question.format();
    if (format == null || format.isEmpty()) {
      return Answer.of(text);
    }
    try {
      return Answer.of(DateTimeFormatter.ofPattern(format, Locale.ENGLISH).format(date));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Answer.of(text);
    }
  }

  private static Answer choice(Question question, String text) {
    return question.choices().stream().anyMatch(choice -> choice.value().equals(text))
        ? Answer.of(text)
        : Answer.wrong("form.invalid_choice");
  }

  private static boolean isUrl(String text) {
    try {
      URI address = URI.create(text);
      return address.getHost() != null
          && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean matches(@Nullable String format, String text) {
    if (format == null) {
      return true;
    }
    try {
      return Pattern.compile(format).matcher(new Patience(text)).find();
    } catch (PatternSyntaxException e) {
      // Kept before its format was looked at: what cannot be checked is not refused.
      return true;
    } catch (OutOfPatience | StackOverflowError e) {
      return false;
    }
  }

  /** A text that may be looked at so many times. */
  private static final class Patience implements CharSequence {
    private final String text;
    private int steps;

    Patience(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++steps > MOST_STEPS) {
        throw new OutOfPatience();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class OutOfPatience extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfPatience() {
      super("the expression does not come to an end", null, false, false);
    }
  }
}
