package io.gatehouse.connectors;

import static io.gatehouse.connectors.ConnectorError.TEMPLATE_NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
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
    return Stream.of(
            Optional.ofNullable(message.template()),
            ofType(message.type(), templates),
            ofType("Generic", templates))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () -> TEMPLATE_NOT_FOUND.exception("There is no template for " + message.type() + "."));
  }

  /** The templates of a connector for text messages, which have neither subject nor markup. */
  public static List<MessageTemplate> texts(Fields in) {
    List<MessageTemplate> templates =
        in.list(
            "templates",
            one ->
                new MessageTemplate(
                    one.text("usageType"), "text/plain", "", one.textOrEmpty("content")));
    requireIndispensable(in, templates);
    return templates;
  }

  /** Refuses a configuration that lacks one of the indispensable templates. */
  public static void requireIndispensable(Fields in, List<MessageTemplate> templates) {
    List<String> types = templates.stream().map(MessageTemplate::usageType).toList();
    if (in.raw("templates").isArray() && !types.containsAll(INDISPENSABLE)) {
      in.refuse("templates", "Must hold one of each of " + String.join(", ", INDISPENSABLE) + ".");
    }
  }

  private static Optional<MessageTemplate> ofType(String type, List<MessageTemplate> templates) {
    return templates.stream().filter(it -> it.usageType().equals(type)).findFirst();
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
