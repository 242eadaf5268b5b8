package io.gatehouse.platform.crypto;

import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;

/**
 * A signed token as somebody sent it, in its parts, each of which is read when it is asked for.
 * Nothing of it is to be believed before a {@link VerificationKey} has checked it. For what comes
 * with every request: a client's headers are all the same, so that they are read once.
 *
 * <p>Source: [RFC 7515 §7.1](https://www.rfc-editor.org/rfc/rfc7515#section-7.1)
 */
public final class SentJws {
  private final Base64URL header;
  private final Base64URL claims;
  private final Base64URL signature;

  private SentJws(Base64URL header, Base64URL claims, Base64URL signature) {
    this.header = header;
    this.claims = claims;
    this.signature = signature;
  }

  /** Finds the three parts. */
  public static SentJws of(String text) throws ParseException {
    Base64URL[] parts = JOSEObject.split(text);
    if (parts.length != 3) {
      throw new ParseException("a signed token has three parts", 0);
    }
    return new SentJws(parts[0], parts[1], parts[2]);
  }

  /** The header as it was sent: equal headers say the same. */
  public String headerText() {
    return header.toString();
  }

  public JWSHeader header() throws ParseException {
    try {
      return JWSHeader.parse(header);
    } catch (RuntimeException e) {
      throw new ParseException("the header cannot be read", 0);
    }
  }

  public SentClaims claims() throws ParseException {
    return SentClaims.parse(bytes(claims));
  }

  /** What was signed. */
  byte[] signed() {
    return (header + "." + claims).getBytes(StandardCharsets.US_ASCII);
  }

  Base64URL signature() {
    return signature;
  }

  /** Those that base64url spells, and no others. */
  static byte[] bytes(Base64URL part) throws ParseException {
    try {
      return Base64.getUrlDecoder().decode(part.toString());
    } catch (IllegalArgumentException e) {
      throw new ParseException("that is no base64url", 0);
    }
  }
}
