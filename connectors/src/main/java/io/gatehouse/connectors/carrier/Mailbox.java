package io.gatehouse.connectors.carrier;

import static io.gatehouse.connectors.ConnectorError.INVALID_REQUEST_PARAMETERS;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.Fields;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One e-mail address, with or without the name of its owner; neither can break out of its line. */
public record Mailbox(String address, @Nullable String name) {

  /** Reads {@code ann@example.com} or {@code Ann <ann@example.com>}. */
  public static Mailbox parse(String text) {
    try {
      return parsed(text);
    } catch (AddressException malformed) {
      throw INVALID_REQUEST_PARAMETERS.exception("An e-mail address is malformed.", malformed);
    }
  }

  /** An address that must be there. */
  public static Mailbox read(Fields in, String key) {
    String text = in.text(key);
    return text.isBlank() ? new Mailbox("", null) : checked(in, key, text);
  }

  /** An address that must be there, and the name that another field may give it. */
  public static Mailbox read(Fields in, String key, String nameKey) {
    String name = in.optionalText(nameKey);
    if (name != null && !oneLine(name)) {
      in.refuse(nameKey, "Must be one line.");
    }
    return read(in, key).named(name);
  }

  /** An address, or null where there is none. */
  public static @Nullable Mailbox optional(Fields in, String key) {
    String text = in.optionalText(key);
    return text == null || text.isBlank() ? null : checked(in, key, text);
  }

  private static Mailbox checked(Fields in, String key, String text) {
    try {
      return parsed(text);
    } catch (AddressException malformed) {
      in.refuse(key, "Must be an e-mail address, or a name and an address in angle brackets.");
      return new Mailbox("", null);
    }
  }

  private static Mailbox parsed(String text) throws AddressException {
    if (!oneLine(text)) {
      throw new AddressException("Has more than one line", text);
    }
    var address = new InternetAddress(text, true);
    if (address.isGroup() || !address.getAddress().contains("@")) {
      throw new AddressException("Is not one address", text);
    }
    return new Mailbox(address.getAddress(), address.getPersonal());
  }

  /** Whether a text fits in one line of a header. */
  public static boolean oneLine(String text) {
    return text.chars().noneMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f);
  }

  /** The same address under another name; under its own when there is no other. */
  public Mailbox named(@Nullable String other) {
    return other == null || other.isBlank() ? this : new Mailbox(address, other);
  }

  /** As it stands in a header: names beyond ASCII are encoded (RFC 2047). */
  public String encoded() {
    return internet().toString();
  }

  /** As it is written for those who encode it themselves. */
  @Override
  public String toString() {
    return internet().toUnicodeString();
  }

  /** As {@code {"email": …, "name": …}}, which several carriers take. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode().put("email", address);
    return name == null ? json : json.put("name", name);
  }

  /** The same for Jakarta Mail. */
  public InternetAddress internet() {
    try {
      return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
