package io.gatehouse.connectors.alipay;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Private keys as Alipay's tool writes them: PKCS#8 or PKCS#1, with PEM's lines or without. */
final class RsaKeys {
  /** RFC 5208 §5: version 0, and the algorithm rsaEncryption. */
  private static final String RSA = "020100300d06092a864886f70d0101010500";

  private RsaKeys() {}

  /** The key, or null for what is none. */
  static @Nullable PrivateKey read(String text) {
    String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      byte[] key = Base64.getDecoder().decode(base64);
      PrivateKey whole = pkcs8(key);
      return whole != null ? whole : pkcs8(wrapped(key));
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private static @Nullable PrivateKey pkcs8(byte[] key) {
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
    } catch (GeneralSecurityException another) {
      return null;
    }
  }

  /** A PKCS#1 key within PKCS#8. */
  private static byte[] wrapped(byte[] key) {
    var content = new ByteArrayOutputStream();
    content.writeBytes(HexFormat.of().parseHex(RSA));
    content.writeBytes(element(0x04, key));
    return element(0x30, content.toByteArray());
  }

  /** DER: a tag, a length of two bytes, the content. */
  private static byte[] element(int tag, byte[] content) {
    var element = new ByteArrayOutputStream();
    element.write(tag);
    element.write(0x82);
    element.write(content.length >> 8);
    element.write(content.length);
    element.writeBytes(content);
    return element.toByteArray();
  }
}
