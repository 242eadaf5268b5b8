package io.gatehouse.connectors.smtp;

import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.carrier.Mailbox;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator enters.
 *
 * @param name how we introduce ourselves, or null for our address
 * @param verbose the server's answers are logged
 */
record SmtpConfig(
    String host,
    int port,
    SmtpAuth auth,
    Mailbox fromEmail,
    @Nullable Mailbox replyTo,
    List<MessageTemplate> templates,
    Map<String, String> customHeaders,
    Tls tls,
    @Nullable String name,
    @Nullable String localAddress,
    Duration connectionTimeout,
    Duration greetingTimeout,
    Duration socketTimeout,
    boolean verbose) {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  static SmtpConfig of(JsonNode json) {
    return Fields.read(json, INVALID_CONFIG, SmtpConfig::of);
  }

  private static SmtpConfig of(Fields in) {
    in.flag("disableFileAccess");
    in.flag("disableUrlAccess");
    boolean logger = in.flag("logger");
    boolean debug = in.flag("debug");
    Duration lookUp = span(in, "dnsTimeout", Duration.ZERO);
    return new SmtpConfig(
        host(in),
        port(in),
        in.nested("auth", it -> SmtpAuth.of(it, in)),
        Mailbox.read(in, "fromEmail"),
        Mailbox.optional(in, "replyTo"),
        MessageTemplate.mails(in, "contentType"),
        headers(in),
        Tls.of(in),
        name(in),
        localAddress(in),
        span(in, "connectionTimeout", Duration.ofSeconds(10)).plus(lookUp),
        span(in, "greetingTimeout", Duration.ofSeconds(10)),
        span(in, "socketTimeout", Duration.ofSeconds(30)),
        logger || debug);
  }

  private static int port(Fields in) {
    JsonNode node = in.raw("port");
    if (!node.isNumber()) {
      in.wrongType("port", "number", node);
    } else if (!node.canConvertToExactIntegral()
        || node.intValue() < 1
        || node.intValue() > 65_535) {
      in.refuse("port", "Must be a whole number from 1 to 65535.");
    }
    return node.asInt(25);
  }

  private static Duration span(Fields in, String key, Duration otherwise) {
    JsonNode node = in.raw(key);
    if (node.isMissingNode() || node.isNull()) {
      return otherwise;
    }
    if (!node.isNumber()) {
      in.wrongType(key, "number", node);
      return otherwise;
    }
    if (node.longValue() < 1 || node.longValue() > LONGEST.toMillis()) {
      in.refuse(key, "Must be from 1 to " + LONGEST.toMillis() + " milliseconds.");
      return otherwise;
    }
    return Duration.ofMillis(node.longValue());
  }

  private static @Nullable String localAddress(Fields in) {
    String text = in.optionalText("localAddress");
    try {
      return text == null ? null : InetAddress.ofLiteral(text).getHostAddress();
    } catch (IllegalArgumentException malformed) {
      in.refuse("localAddress", "Must be an IP address.");
      return null;
    }
  }

  private static String host(Fields in) {
    String host = in.text("host");
    if (!host.matches("[\\w.:-]*")) {
      in.refuse("host", "Must be a host's name or address.");
    }
    return host;
  }

  private static @Nullable String name(Fields in) {
    String name = in.optionalText("name");
    if (name != null && !name.matches("[\\w.:\\[\\]-]+")) {
      in.refuse("name", "Must be a host's name.");
    }
    return name;
  }

  private static Map<String, String> headers(Fields in) {
    Map<String, String> headers = in.textMap("customHeaders");
    headers.forEach((name, value) -> {
      // RFC 5322 §2.2: a field name is of printable ASCII without the colon.
      if (!name.matches("[!-9;-~]+") || !Mailbox.oneLine(value)) {
        in.refuse("customHeaders", "Must be header names with values of one line.");
      }
    });
    return headers;
  }
}
