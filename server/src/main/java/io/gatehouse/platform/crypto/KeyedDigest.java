package io.gatehouse.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds sealed values by their content: HMAC-SHA-256 under a derived key, stored beside the sealed
 * value. Without the master key nobody can try guesses against the column, and equal values in two
 * tenants or columns look different.
 */
public final class KeyedDigest {
  private final List<SecretKeySpec> keys;

  public KeyedDigest(MasterKeys masters) {
    this.keys =
        masters.deriveAll("look-up: HMAC-SHA-256", 32).stream()
            .map(key -> new SecretKeySpec(key, "HmacSHA256"))
            .toList();
  }

  /**
   * The digest to store: 32 bytes. The place's row is not part of it, for a look-up doesn't know
   * the row.
   */
  public byte[] digest(String tenant, String column, String value) {
    return mac(keys.getFirst(), tenant, column, value);
  }

  /**
   * What a stored digest may be while values of older master keys exist; look up with {@code =
   * ANY(?)}.
   */
  public List<byte[]> candidates(String tenant, String column, String value) {
    return keys.stream().map(key -> mac(key, tenant, column, value)).toList();
  }

  private static byte[] mac(SecretKeySpec key, String tenant, String column, String value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(new Seal(tenant, column, "").associatedData());
      return mac.doFinal(value.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HMAC-SHA-256", e);
    }
  }
}
