package io.gatehouse.platform.crypto;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token that somebody has encrypted for the provider. Whoever wrote it is not known: that is what
 * the signature within is for.
 *
 * <p>Source: [RFC 7516 §7.1](https://www.rfc-editor.org/rfc/rfc7516#section-7.1)
 */
public final class SentJwe {
  /**
   * How content keys may be handed over. Without RSA1_5, which tells attackers too much [RFC 8725
   * §3.2], and without those whose cost the sender chooses.
   */
  public static final List<String> ALGORITHMS =
      List.of("RSA-OAEP-256", "ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A256KW");

  /** How content may be encrypted. */
  public static final List<String> METHODS =
      List.of("A128CBC-HS256", "A256CBC-HS512", "A128GCM", "A256GCM");

  private final JWEObject whole;

  private SentJwe(JWEObject whole) {
    this.whole = whole;
  }

  /** Whether the text has the five parts of an encrypted token, rather than three. */
  public static boolean looksLike(String text) {
    return text.chars().filter(c -> c == '.').count() == 4;
  }

  /**
   * The token as it was sent.
   *
   * @throws ParseException also where it is compressed: what it would become could be of any size
   */
  public static SentJwe parse(String text) throws ParseException {
    try {
      JWEObject whole = JWEObject.parse(text);
      JWEHeader header = whole.getHeader();
      JWEAlgorithm algorithm = header.getAlgorithm();
      EncryptionMethod method = header.getEncryptionMethod();
      if (ALGORITHMS.contains(algorithm.getName())
          && METHODS.contains(method.getName())
          && header.getCompressionAlgorithm() == null) {
        return new SentJwe(whole);
      }
    } catch (RuntimeException e) {
      // Told below like one that is encrypted in another way.
    }
    throw new ParseException("that is no encrypted token that could be read", 0);
  }

  /** The type of key that opens it. */
  public EncryptionKey.Type keyType() {
    return EncryptionKey.Type.of(whole.getHeader().getAlgorithm().getName());
  }

  /** {@code kid}. */
  public @Nullable String keyId() {
    return whole.getHeader().getKeyID();
  }

  /** What is within, where it was encrypted with the public half of this key. */
  public Optional<String> openedWith(EncryptionKey key) {
    try {
      whole.decrypt(key.decrypter());
      return Optional.of(whole.getPayload().toString());
    } catch (JOSEException | IllegalArgumentException e) {
      // Encrypted with another key, or changed: nobody is told which.
      return Optional.empty();
    }
  }
}
