package io.gatehouse.platform.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A token as somebody sent it, read once: its parts, what its header says and its claims. Nothing
 * of it is to be believed before a key has checked it.
 *
 * <p>Source: [RFC 7515 §7.1](https://www.rfc-editor.org/rfc/rfc7515#section-7.1)
 */
public final class SentJws {
  private final Base64URL first;
  private final Base64URL second;
  private final Base64URL signature;
  private final SentHeader header;
  private @Nullable SentClaims claims;

  private SentJws(Base64URL first, Base64URL second, Base64URL signature) throws ParseException {
    this.first = first;
    this.second = second;
    this.signature = signature;
    this.header = SentHeader.of(first);
  }

  /** One that somebody signed, or says so. */
  public static SentJws signed(String text) throws ParseException {
    SentJws jws = signedOrNot(text);
    if (jws.header.unsigned()) {
      throw new ParseException("nobody signed the token", 0);
    }
    return jws;
  }

  /** The same where it may be unsecured: {@code alg} "none", and nothing where a signature is. */
  public static SentJws signedOrNot(String text) throws ParseException {
    Base64URL[] parts = JOSEObject.split(text);
    if (parts.length != 3) {
      throw new ParseException("a signed token has three parts", 0);
    }
    SentJws jws = new SentJws(parts[0], parts[1], parts[2]);
    if (jws.header.unsigned() != parts[2].toString().isEmpty()) {
      throw new ParseException("the signature is missing, or one too many", 0);
    }
    return jws;
  }

  public SentHeader header() {
    return header;
  }

  /**
   * What it says.
   *
   * @throws ParseException if that is no set of claims
   */
  public SentClaims claims() throws ParseException {
    if (claims == null) {
      claims = SentClaims.parse(bytes(second));
    }
    return claims;
  }

  /** Whether somebody who knows this secret signed it, with the header's HMAC algorithm. */
  public boolean isSignedWith(byte[] secret) {
    try {
      return header.whole() instanceof JWSHeader whole
          && new MACVerifier(secret).verify(whole, content(), signature);
    } catch (JOSEException e) {
      // A secret that is too short for the algorithm, or another kind of algorithm.
      return false;
    }
  }

  /** What was signed. */
  byte[] content() {
    return (first + "." + second).getBytes(StandardCharsets.US_ASCII);
  }

  byte[] signature() throws ParseException {
    return bytes(signature);
  }

  /** Those that base64url spells, and no others. */
  private static byte[] bytes(Base64URL part) throws ParseException {
    try {
      return Base64.getUrlDecoder().decode(part.toString());
    } catch (IllegalArgumentException e) {
      throw new ParseException("that is no base64url", 0);
    }
  }
}
