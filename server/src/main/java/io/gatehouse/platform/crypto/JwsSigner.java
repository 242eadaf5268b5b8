package io.gatehouse.platform.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signs tokens with one key, as compact JWS. The hot path of the token endpoint: a header is
 * encoded once for each {@code typ}, and what remains is one signature by the crypto provider. Safe
 * for all threads.
 *
 * <p>Source: <a href="https://www.rfc-editor.org/rfc/rfc7515#section-7.1">RFC 7515 §7.1</a>
 */
public final class JwsSigner {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final SigningKey key;
  private final CryptoProvider provider;
  private final Map<String, byte[]> prefixes = new ConcurrentHashMap<>();

  public JwsSigner(SigningKey key) {
    this(key, CryptoProvider.install());
  }

  JwsSigner(SigningKey key, CryptoProvider provider) {
    this.key = key;
    this.provider = provider;
  }

  /**
   * The compact form of a token of this {@code typ} ({@code JWT}, {@code at+jwt}) with the given
   * payload.
   */
  public String sign(String typ, byte[] payload) {
    return compact(prefixes.computeIfAbsent(typ, this::prefix), payload);
  }

  /**
   * The same for a header of the caller's own making, which must name this key and its algorithm.
   */
  public String sign(byte[] header, byte[] payload) {
    return compact(dotted(header), payload);
  }

  public SigningKey key() {
    return key;
  }

  private String compact(byte[] prefix, byte[] payload) {
    byte[] encoded = BASE64URL.encode(payload);
    try {
      // A new instance is as quick as a kept one: the provider holds the converted key.
      Signature signature = provider.signature(key.algorithm());
      signature.initSign(key.privateKey());
      signature.update(prefix);
      signature.update(encoded);
      byte[] tail = BASE64URL.encode(signature.sign());
      byte[] token = new byte[prefix.length + encoded.length + 1 + tail.length];
      System.arraycopy(prefix, 0, token, 0, prefix.length);
      System.arraycopy(encoded, 0, token, prefix.length, encoded.length);
      token[prefix.length + encoded.length] = '.';
      System.arraycopy(tail, 0, token, prefix.length + encoded.length + 1, tail.length);
      return new String(token, ISO_8859_1);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign with " + key, e);
    }
  }

  private byte[] prefix(String typ) {
    JWSHeader header =
        new JWSHeader.Builder(key.algorithm().jws())
            .type(new JOSEObjectType(typ))
            .keyID(key.kid())
            .build();
    return dotted(header.toString().getBytes(UTF_8));
  }

  private static byte[] dotted(byte[] header) {
    return (BASE64URL.encodeToString(header) + ".").getBytes(ISO_8859_1);
  }
}
