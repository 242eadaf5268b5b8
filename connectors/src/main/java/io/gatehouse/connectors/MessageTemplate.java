package io.gatehouse.connectors;

import static io.gatehouse.connectors.ConnectorError.TEMPLATE_NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The wording of a message, with {@code {{name.path}}} where the payload's values go.
 *
 * @param usageType the type of messages it is for; {@code Generic} also serves types without a
 *     template of their own
 * @param contentType {@code text/html} or {@code text/plain}
 * @param replyTo where answers go, instead of the configuration's address
 * @param sendFrom a name to send as, or a whole address
 */
public record MessageTemplate(
    String usageType,
    String contentType,
    String subject,
    String content,
    @Nullable String replyTo,
    @Nullable String sendFrom) {

  /** The types without which nobody could sign in, register or recover. */
  public static final List<String> INDISPENSABLE =
      List.of("Register", "SignIn", "ForgotPassword", "Generic");

  private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([\\w.-]+)\\s*}}");

  public MessageTemplate(String usageType, String contentType, String subject, String content) {
    this(usageType, contentType, subject, content, null, null);
  }

  /** The message's own template, else that of its type, else the generic one. */
  public static MessageTemplate choose(Message message, List<MessageTemplate> templates) {
    MessageTemplate own = message.template();
    return own != null ? own : choose(message.type(), templates, MessageTemplate::usageType);
  }

  /** Of whatever a connector words its messages with, that of a type, else the generic one. */
  public static <T> T choose(String type, List<T> templates, Function<T, String> usageType) {
    return Stream.of(type, "Generic")
        .flatMap(wanted -> templates.stream().filter(it -> usageType.apply(it).equals(wanted)))
        .findFirst()
        .orElseThrow(() -> TEMPLATE_NOT_FOUND.exception("There is no template for " + type + "."));
  }

  /** The templates of a connector for text messages, which have neither subject nor markup. */
  public static List<MessageTemplate> texts(Fields in) {
    return read(
        in,
        one ->
            new MessageTemplate(
                one.text("usageType"), "text/plain", "", one.textOrEmpty("content")));
  }

  /**
   * The templates of a connector for e-mail.
   *
   * @param kind the field that says whether the content is HTML; null where it always is
   */
  public static List<MessageTemplate> mails(Fields in, @Nullable String kind) {
    return read(
        in,
        one ->
            new MessageTemplate(
                one.text("usageType"),
                kind == null ? "text/html" : contentType(one, kind),
                one.textOrEmpty("subject"),
                one.textOrEmpty("content")));
  }

  private static String contentType(Fields in, String kind) {
    in.text(kind);
    return in.choice(kind, "text/plain", "text/html");
  }

  private static List<MessageTemplate> read(Fields in, Function<Fields, MessageTemplate> shape) {
    List<MessageTemplate> templates = in.list("templates", shape);
    requireIndispensable(in, templates, MessageTemplate::usageType);
    return templates;
  }

  /** What a text message says, in the words of the template that is meant for it. */
  public static String text(Message message, List<MessageTemplate> templates) {
    return render(choose(message, templates).content(), message.payload(), false);
  }

  /** Refuses a configuration that lacks one of the indispensable templates. */
  public static <T> void requireIndispensable(
      Fields in, List<T> templates, Function<T, String> usageType) {
    List<String> types = templates.stream().map(usageType).toList();
    if (in.raw("templates").isArray() && !types.containsAll(INDISPENSABLE)) {
      in.refuse("templates", "Must hold one of each of " + String.join(", ", INDISPENSABLE) + ".");
    }
  }

  public boolean html() {
    return contentType.equalsIgnoreCase("text/html");
  }

  /** The content with the payload's values, which are escaped when the content is HTML. */
  public String render(JsonNode payload) {
    return render(content, payload, html());
  }

  /**
   * A text with the payload's values in their places. A name whose first segment the payload lacks
   * stays as it is; a path that leads nowhere becomes nothing; objects are written as JSON.
   */
  public static String render(String text, JsonNode payload, boolean html) {
    return PLACE.matcher(text).replaceAll(place -> valueAt(place, payload, html));
  }

  private static String valueAt(MatchResult place, JsonNode payload, boolean html) {
    String[] path = place.group(1).split("\\.");
    if (path.length == 0 || !payload.has(path[0])) {
      return Matcher.quoteReplacement(place.group());
    }
    JsonNode value = payload;
    for (String segment : path) {
      value = value.path(segment);
    }
    String written =
        value.isMissingNode() || value.isNull()
            ? ""
            : value.isValueNode() ? value.asText() : value.toString();
    return Matcher.quoteReplacement(html ? escape(written) : written);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
