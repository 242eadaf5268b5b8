package io.gatehouse.connectors.smtp;

import static io.gatehouse.connectors.ConnectorError.INVALID_REQUEST_PARAMETERS;

import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is put on the wire: addresses, headers and text, nothing of which can break out
 * of its line.
 */
final class Letter {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final InternetAddress to;
  private final InternetAddress from;
  private final @Nullable InternetAddress replyTo;
  private final String subject;
  private final String content;
  private final boolean html;
  private final Map<String, String> headers;

  Letter(Message message, MessageTemplate template, SmtpConfig config) {
    var payload = message.payload();
    to = recipient(message.to());
    from = from(template.sendFrom(), message, config.fromEmail());
    replyTo = replyTo(template.replyTo(), message, config.replyTo());
    subject = line(MessageTemplate.render(template.subject(), payload, false));
    content = template.render(payload);
    html = template.html();
    headers = config.customHeaders();
  }

  static boolean oneLine(String text) {
    return text.chars().noneMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f);
  }

  /** One address, with or without a name before it. */
  static InternetAddress address(String text) throws AddressException {
    if (!oneLine(text)) {
      throw new AddressException("Has more than one line", text);
    }
    var address = new InternetAddress(text, true);
    if (address.isGroup() || !address.getAddress().contains("@")) {
      throw new AddressException("Is not one address", text);
    }
    return named(address, address.getPersonal());
  }

  private static InternetAddress named(InternetAddress address, @Nullable String name) {
    try {
      address.setPersonal(name, UTF_8);
      return address;
    } catch (UnsupportedEncodingException absent) {
      throw new IllegalStateException(absent);
    }
  }

  String fromAddress() {
    return from.getAddress();
  }

  MimeMessage write(Session session, Instant now) throws MessagingException {
    var mime = new MimeMessage(session);
    for (var header : headers.entrySet()) {
      mime.setHeader(header.getKey(), header.getValue());
    }
    mime.setFrom(from);
    mime.setRecipient(jakarta.mail.Message.RecipientType.TO, to);
    if (replyTo != null) {
      mime.setReplyTo(new InternetAddress[] {replyTo});
    }
    mime.setSubject(subject, UTF_8);
    mime.setText(content, UTF_8, html ? "html" : "plain");
    mime.setSentDate(Date.from(now));
    mime.saveChanges();
    return mime;
  }

  private static InternetAddress recipient(String to) {
    InternetAddress address = parsed(to);
    if (!address.getAddress().equals(to)) {
      throw INVALID_REQUEST_PARAMETERS.exception("The recipient is not a plain e-mail address.");
    }
    return address;
  }

  private static InternetAddress parsed(String text) {
    try {
      return address(text);
    } catch (AddressException malformed) {
      throw INVALID_REQUEST_PARAMETERS.exception("An e-mail address is malformed.", malformed);
    }
  }

  /** A template may name the sender, or give a whole address. */
  private static InternetAddress from(
      @Nullable String template, Message message, String configured) {
    InternetAddress from = parsed(configured);
    if (template == null || template.isBlank()) {
      return from;
    }
    String text = line(MessageTemplate.render(template, message.payload(), false));
    return text.contains("@") ? parsed(text) : named(from, text);
  }

  private static @Nullable InternetAddress replyTo(
      @Nullable String template, Message message, @Nullable String configured) {
    if (template == null || template.isBlank()) {
      return configured == null ? null : parsed(configured);
    }
    String text = line(MessageTemplate.render(template, message.payload(), false));
    return text.isBlank() ? null : parsed(text);
  }

  /** A value with a line break in it would become a header of its own. */
  private static String line(String text) {
    if (!oneLine(text)) {
      throw INVALID_REQUEST_PARAMETERS.exception("A header of the message has a line break in it.");
    }
    return text;
  }
}
