package io.gatehouse.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.platform.id.Ids;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets that must be shown or used again: AES-256-GCM, bound to their place. A sealed value
 * is {@code key id (4 bytes) || nonce (12) || ciphertext and tag}, so that values of an older key
 * are found and sealed again.
 *
 * <p>Source: <a href="https://csrc.nist.gov/pubs/sp/800/38/d/final">NIST SP 800-38D</a>
 */
public final class Sealer {
  private static final int KEY_ID = 4;
  private static final int NONCE = 12;
  private static final int TAG = 16;

  private final List<DerivedKey> keys;

  public Sealer(MasterKeys masters) {
    List<byte[]> ids = masters.deriveAll("seal: key id", KEY_ID);
    List<byte[]> secrets = masters.deriveAll("seal: AES-256-GCM", 32);
    List<DerivedKey> derived = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      derived.add(new DerivedKey(ids.get(i), new SecretKeySpec(secrets.get(i), "AES")));
    }
    this.keys = List.copyOf(derived);
  }

  /** Seals bytes for their place, with the first master key. */
  public byte[] seal(byte[] plain, Seal place) {
    DerivedKey key = keys.getFirst();
    byte[] nonce = Ids.bytes(NONCE);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key.secret(), nonce, place);
      byte[] sealed = new byte[KEY_ID + NONCE + plain.length + TAG];
      System.arraycopy(key.id(), 0, sealed, 0, KEY_ID);
      System.arraycopy(nonce, 0, sealed, KEY_ID, NONCE);
      cipher.doFinal(plain, 0, plain.length, sealed, KEY_ID + NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal " + place.column(), e);
    }
  }

  /** Seals text; the result is URL-safe base64 of the same envelope. */
  public String seal(String plain, Seal place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(seal(plain.getBytes(UTF_8), place));
  }

  /**
   * Opens what was sealed for this place.
   *
   * @throws UnsealException when no master key of ours sealed it, or when it was altered or moved
   */
  public byte[] open(byte[] sealed, Seal place) {
    if (sealed.length < KEY_ID + NONCE + TAG) {
      throw new UnsealException(place.column() + " holds something that was never sealed");
    }
    try {
      Cipher cipher =
          cipher(
              Cipher.DECRYPT_MODE,
              keyOf(sealed, place).secret(),
              Arrays.copyOfRange(sealed, KEY_ID, KEY_ID + NONCE),
              place);
      return cipher.doFinal(sealed, KEY_ID + NONCE, sealed.length - KEY_ID - NONCE);
    } catch (AEADBadTagException e) {
      throw new UnsealException(
          "a value of "
              + place.column()
              + " was altered, or moved from its row, after it was sealed");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot open " + place.column(), e);
    }
  }

  /** Opens text sealed by {@link #seal(String, Seal)}. */
  public String open(String sealed, Seal place) {
    byte[] envelope;
    try {
      envelope = Base64.getUrlDecoder().decode(sealed);
    } catch (IllegalArgumentException e) {
      throw new UnsealException(place.column() + " holds something that was never sealed");
    }
    return new String(open(envelope, place), UTF_8);
  }

  /** Whether one of our keys sealed this. */
  boolean knows(byte[] sealed) {
    return keys.stream().anyMatch(key -> startsWith(sealed, key.id()));
  }

  /** Whether another key than the first sealed this, so that it should be sealed again. */
  public boolean isStale(byte[] sealed) {
    return !startsWith(sealed, keys.getFirst().id());
  }

  /** The same value under the first master key. */
  public byte[] reseal(byte[] sealed, Seal place) {
    return isStale(sealed) ? seal(open(sealed, place), place) : sealed;
  }

  private DerivedKey keyOf(byte[] sealed, Seal place) {
    for (DerivedKey key : keys) {
      if (startsWith(sealed, key.id())) {
        return key;
      }
    }
    throw new UnsealException(
        "a value of "
            + place.column()
            + " was sealed with a master key that is not configured; add that key to SECRET_VAULT_KEK");
  }

  private static boolean startsWith(byte[] sealed, byte[] id) {
    return sealed.length >= KEY_ID && MessageDigest.isEqual(Arrays.copyOf(sealed, KEY_ID), id);
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, Seal place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(place.associatedData());
    return cipher;
  }

  private record DerivedKey(byte[] id, SecretKey secret) {}
}
