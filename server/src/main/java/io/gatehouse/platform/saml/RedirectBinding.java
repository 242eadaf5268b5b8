package io.gatehouse.platform.saml;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Messages in the query of an address: compressed, and signed beside the message.
 *
 * <p>Source: <a
 * href="https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf">Bindings for SAML
 * 2.0 §3.4</a>
 */
public final class RedirectBinding {
  private static final int PIECE = 4096;

  private RedirectBinding() {}

  /** The value of a parameter for the message, not yet escaped. */
  public static String encode(Element message) {
    byte[] xml = Xml.write(message).getBytes(StandardCharsets.UTF_8);
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(xml);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] piece = new byte[PIECE];
      while (!deflater.finished()) {
        out.write(piece, 0, deflater.deflate(piece));
      }
      return Base64.getEncoder().encodeToString(out.toByteArray());
    } finally {
      deflater.end();
    }
  }

  /**
   * The message in a parameter's value, which is no more than {@link Xml#LONGEST} once it is
   * inflated.
   *
   * @throws SamlException when it is none
   */
  public static Element decode(String value) throws SamlException {
    return Xml.parse(inflate(PostBinding.base64(value)));
  }

  /**
   * The address that carries a message to another party.
   *
   * @param destination may have a query already
   * @param parameter {@code SAMLRequest} or {@code SAMLResponse}
   * @param credential signs it; null for a message that is not signed
   */
  public static String address(
      String destination,
      String parameter,
      Element message,
      @Nullable String relayState,
      @Nullable SigningCredential credential) {
    StringBuilder query = new StringBuilder(parameter + "=" + escape(encode(message)));
    if (relayState != null) {
      query.append("&RelayState=").append(escape(relayState));
    }
    if (credential != null) {
      // "the signature is computed over" SAMLRequest=…&RelayState=…&SigAlg=… [§3.4.4.1]
      query.append("&SigAlg=").append(escape(credential.algorithm().uri()));
      byte[] signature = credential.sign(query.toString().getBytes(StandardCharsets.US_ASCII));
      query.append("&Signature=").append(escape(Base64.getEncoder().encodeToString(signature)));
    }
    return destination + (destination.contains("?") ? "&" : "?") + query;
  }

  private static String escape(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static byte[] inflate(byte[] compressed) throws SamlException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(compressed);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] piece = new byte[PIECE];
      while (!inflater.finished()) {
        int count = inflater.inflate(piece);
        if (count == 0 && !inflater.finished()) {
          throw new SamlException("the message ends too early");
        }
        if (out.size() + count > Xml.LONGEST) {
          throw new SamlException("the message is too long");
        }
        out.write(piece, 0, count);
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new SamlException("the message is not compressed by DEFLATE", e);
    } finally {
      inflater.end();
    }
  }
}
