package io.gatehouse.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.protocol.Spec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealerTest {
  private static final Seal PLACE = new Seal("default", "application_secret.value", "a1");
  private static final byte[] SECRET = "s3cret".getBytes(UTF_8);

  private final Sealer sealer = new Sealer(keys(1));

  @Test
  void whatIsSealedOpensAtItsPlace() {
    assertArrayEquals(SECRET, sealer.open(sealer.seal(SECRET, PLACE), PLACE));
    assertEquals("pässword", sealer.open(sealer.seal("pässword", PLACE), PLACE));
    assertArrayEquals(new byte[0], sealer.open(sealer.seal(new byte[0], PLACE), PLACE));
  }

  @Test
  void theSameSecretNeverLooksTheSameTwice() {
    assertNotEquals(sealer.seal("one", PLACE), sealer.seal("one", PLACE));
  }

  @Test
  void everyAlteredByteIsNoticed() {
    byte[] sealed = sealer.seal(SECRET, PLACE);
    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertThrows(UnsealException.class, () -> sealer.open(altered, PLACE));
    }
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThrows(UnsealException.class, () -> sealer.open(cut, PLACE));
    }
  }

  @Test
  void aValueMovedElsewhereDoesNotOpen() {
    byte[] sealed = sealer.seal(SECRET, PLACE);
    for (Seal other :
        List.of(
            new Seal("admin", PLACE.column(), PLACE.row()),
            new Seal(PLACE.tenant(), "hook.signing_key", PLACE.row()),
            new Seal(PLACE.tenant(), PLACE.column(), "a2"),
            new Seal("defaul", "tapplication_secret.value", "a1"))) {
      var error = assertThrows(UnsealException.class, () -> sealer.open(sealed, other));
      assertTrue(String.valueOf(error.getMessage()).contains("altered, or moved"));
    }
  }

  @Test
  void aWrongMasterKeyIsOneClearSentence() {
    byte[] sealed = sealer.seal(SECRET, PLACE);
    var error = assertThrows(UnsealException.class, () -> new Sealer(keys(2)).open(sealed, PLACE));
    assertEquals(
        "a value of application_secret.value was sealed with a master key that is not configured; add that key to"
            + " SECRET_VAULT_KEK",
        error.getMessage());
  }

  @Test
  void anOlderKeyStillOpensAndResealingMovesToTheFirst() {
    byte[] old = sealer.seal(SECRET, PLACE);
    Sealer rotated = new Sealer(keys(2, 1));

    assertArrayEquals(SECRET, rotated.open(old, PLACE));
    assertTrue(rotated.isStale(old));
    byte[] fresh = rotated.reseal(old, PLACE);
    assertFalse(rotated.isStale(fresh));
    assertArrayEquals(SECRET, new Sealer(keys(2)).open(fresh, PLACE));
    assertArrayEquals(fresh, rotated.reseal(fresh, PLACE));
  }

  @Test
  void textThatWasNeverSealedIsToldApart() {
    for (String text : List.of("", "plain secret", "abcd")) {
      var error = assertThrows(UnsealException.class, () -> sealer.open(text, PLACE));
      assertEquals(
          "application_secret.value holds something that was never sealed", error.getMessage());
    }
  }

  @Test
  void masterKeysAreReadFromTheSettingAndBadOnesAreNotQuoted() {
    String one = Base64.getEncoder().encodeToString(filled(1));
    String two = Base64.getUrlEncoder().withoutPadding().encodeToString(filled(-2));
    Sealer parsed = new Sealer(MasterKeys.parse(one + ", " + two));
    assertArrayEquals(SECRET, parsed.open(sealer.seal(SECRET, PLACE), PLACE));

    for (String bad : List.of("", "short", "not base64!", one + ",", "c2VjcmV0")) {
      var error = assertThrows(IllegalArgumentException.class, () -> MasterKeys.parse(bad));
      assertTrue(bad.isEmpty() || !String.valueOf(error.getMessage()).contains(bad));
    }
  }

  @Test
  void aLookUpDigestDependsOnTenantColumnAndKey() {
    KeyedDigest digest = new KeyedDigest(keys(1));
    byte[] stored = digest.digest("default", "token.value", "abc");

    assertEquals(32, stored.length);
    assertArrayEquals(stored, digest.digest("default", "token.value", "abc"));
    assertFalse(Arrays.equals(stored, digest.digest("admin", "token.value", "abc")));
    assertFalse(Arrays.equals(stored, digest.digest("default", "token.other", "abc")));
    assertFalse(
        Arrays.equals(stored, new KeyedDigest(keys(2)).digest("default", "token.value", "abc")));
    assertArrayEquals(
        stored, new KeyedDigest(keys(2, 1)).candidates("default", "token.value", "abc").get(1));
  }

  @Test
  @Spec("RFC 5869 §2")
  void derivedKeysFollowHkdf() {
    // Computed with an independent implementation (Python's hmac, RFC 5869 with an empty salt).
    assertEquals(
        "328124524ef80c3d55619ba192cbedcd81bc4269de2f795cc0f467124f4e8daf",
        java.util.HexFormat.of().formatHex(keys(1).derive("purpose")));
  }

  @Test
  void tokensAreComparedByDigest() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Digests.sha256Hex("abc"));
    byte[] stored = Digests.sha256("token");
    assertTrue(Digests.matches(stored, "token"));
    assertFalse(Digests.matches(stored, "tokeN"));
    assertTrue(Digests.equal("a", "a"));
    assertFalse(Digests.equal("a", "ab"));
  }

  private static MasterKeys keys(int... fills) {
    return new MasterKeys(Arrays.stream(fills).mapToObj(SealerTest::filled).toList());
  }

  private static byte[] filled(int value) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) value);
    return key;
  }
}
