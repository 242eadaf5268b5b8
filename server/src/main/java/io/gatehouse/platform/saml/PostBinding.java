package io.gatehouse.platform.saml;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Messages in the fields of a form.
 *
 * <p>Source: <a
 * href="https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf">Bindings for SAML
 * 2.0 §3.5</a>
 */
public final class PostBinding {
  private static final int LONGEST = Xml.LONGEST / 3 * 4 + 4;

  private PostBinding() {}

  /** A form that the browser sends to another party. */
  public record Form(String address, Map<String, String> fields) {
    public Form {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /**
   * The form that carries a message. Whoever signs it has signed the message before: the form has
   * no field for a signature.
   *
   * @param field {@code SAMLRequest} or {@code SAMLResponse}
   */
  public static Form form(
      String destination, String field, Element message, @Nullable String relayState) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(field, encode(message));
    if (relayState != null) {
      fields.put("RelayState", relayState);
    }
    return new Form(destination, fields);
  }

  /** The value of a field for the message. */
  public static String encode(Element message) {
    return Base64.getEncoder().encodeToString(Xml.write(message).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The message in a field's value; parties break its lines as they like.
   *
   * @throws SamlException when it is none
   */
  public static Element decode(String value) throws SamlException {
    return Xml.parse(base64(value));
  }

  static byte[] base64(String value) throws SamlException {
    if (value.length() > 2 * LONGEST) {
      throw new SamlException("the message is too long");
    }
    String bare = value.replaceAll("[ \\t\\r\\n]", "");
    try {
      return Base64.getDecoder().decode(bare);
    } catch (IllegalArgumentException e) {
      throw new SamlException("the message is not base64", e);
    }
  }
}
