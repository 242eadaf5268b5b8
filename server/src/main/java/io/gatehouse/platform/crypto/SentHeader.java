package io.gatehouse.platform.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.Header;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a token says. All tokens that somebody sends have the same header, so that it
 * is read once for all of them, and the key that it may hold made ready once.
 *
 * <p>Source: [RFC 7515 §4](https://www.rfc-editor.org/rfc/rfc7515#section-4)
 */
public final class SentHeader {
  /** Of the headers that are kept: 20,000 with a key, or four times as many without. */
  private static final int MOST_CHARACTERS = 5_000_000;

  private static final Cache<String, SentHeader> SEEN =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((String text, SentHeader header) -> text.length())
          .executor(Runnable::run)
          .build();

  private final Header whole;
  private final @Nullable SigningAlgorithm algorithm;
  private final @Nullable String type;
  private final Optional<Sender> sender;

  private SentHeader(Header whole) {
    this.whole = whole;
    this.algorithm = SigningAlgorithm.of(whole.getAlgorithm().getName());
    this.type = whole.getType() == null ? null : whole.getType().getType().toLowerCase(Locale.ROOT);
    this.sender = whole instanceof JWSHeader signed ? sender(signed.getJWK()) : Optional.empty();
  }

  /**
   * Whoever signs with the key that the header holds.
   *
   * @param thumbprint of the key [RFC 7638]
   */
  public record Sender(VerificationKey key, String thumbprint) {}

  static SentHeader of(Base64URL part) throws ParseException {
    SentHeader seen = SEEN.getIfPresent(part.toString());
    if (seen != null) {
      return seen;
    }
    SentHeader header = new SentHeader(parsed(part));
    SEEN.put(part.toString(), header);
    return header;
  }

  private static Header parsed(Base64URL part) throws ParseException {
    try {
      Header header = Header.parse(part);
      if (!(header instanceof JWEHeader)) {
        return header;
      }
    } catch (RuntimeException e) {
      // Told below like the header of another kind of token.
    }
    throw new ParseException("that is no header of a signed token", 0);
  }

  /** {@code alg} as it was sent. */
  public String alg() {
    return whole.getAlgorithm().getName();
  }

  /** The algorithm with keys of two halves that {@code alg} names, if it is one of ours. */
  public @Nullable SigningAlgorithm algorithm() {
    return algorithm;
  }

  /** {@code kid}. */
  public @Nullable String keyId() {
    return whole instanceof JWSHeader signed ? signed.getKeyID() : null;
  }

  /** {@code typ} in lower case: "media type values are not case sensitive" (RFC 7515 §4.1.9). */
  public @Nullable String type() {
    return type;
  }

  /**
   * Who signs with the public key that the header holds; nobody where there is none, a private one,
   * or one that no signature can be checked with.
   */
  public Optional<Sender> sender() {
    return sender;
  }

  /** Whether it says that nobody signed: {@code alg} is "none". */
  public boolean unsigned() {
    return Algorithm.NONE.equals(whole.getAlgorithm());
  }

  /** Whether it asks for nothing that only extensions of JWS know. */
  boolean plain() {
    return whole.getCriticalParams() == null
        && whole instanceof JWSHeader signed
        && signed.isBase64URLEncodePayload();
  }

  Header whole() {
    return whole;
  }

  private static Optional<Sender> sender(@Nullable JWK key) {
    return key == null || key.isPrivate()
        ? Optional.empty()
        : VerificationKey.of(key).map(ready -> new Sender(ready, thumbprint(key)));
  }

  private static String thumbprint(JWK key) {
    try {
      return key.computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
