package io.gatehouse.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The keys that everything secret at rest hangs on: the first is used for new values, all of them
 * for reading old ones. Nothing is encrypted with a master key itself; each use gets a key of its
 * own derived from it.
 *
 * <p>Source: <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869</a> (HKDF)
 */
public final class MasterKeys {
  private static final int MINIMUM_BYTES = 32;

  private final List<byte[]> keys;

  /** Takes the keys, the one for new values first. */
  public MasterKeys(List<byte[]> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("there is no master key");
    }
    List<byte[]> copies = new ArrayList<>(keys.size());
    for (byte[] key : keys) {
      if (key.length < MINIMUM_BYTES) {
        throw new IllegalArgumentException(
            "a master key has " + key.length + " bytes; it needs at least " + MINIMUM_BYTES);
      }
      copies.add(key.clone());
    }
    this.keys = List.copyOf(copies);
  }

  /**
   * Reads the setting's form: base64 (either alphabet) of at least 32 bytes, several separated by
   * commas.
   */
  public static MasterKeys parse(String setting) {
    List<byte[]> keys = new ArrayList<>();
    for (String part : setting.split(",", -1)) {
      String normal = part.strip().replace('-', '+').replace('_', '/');
      try {
        keys.add(Base64.getDecoder().decode(normal));
      } catch (IllegalArgumentException e) {
        // The cause would quote the key.
        throw new IllegalArgumentException("a master key is not base64");
      }
    }
    return new MasterKeys(keys);
  }

  /** A 32-byte key for one purpose, from the first master key. */
  public byte[] derive(String purpose) {
    return derive(keys.getFirst(), purpose, 32);
  }

  /** The same from every master key, the first one first. */
  List<byte[]> deriveAll(String purpose, int length) {
    return keys.stream().map(key -> derive(key, purpose, length)).toList();
  }

  @Override
  public String toString() {
    return keys.size() + " master keys";
  }

  private static byte[] derive(byte[] key, String purpose, int length) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(key)
                  .thenExpand(purpose.getBytes(UTF_8), length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HKDF", e);
    }
  }
}
