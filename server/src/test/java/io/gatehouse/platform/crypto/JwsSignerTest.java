package io.gatehouse.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import io.gatehouse.protocol.Spec;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JwsSignerTest {
  private static final byte[] PAYLOAD = "{\"sub\":\"ines\"}".getBytes(UTF_8);

  /** Keys of RSA take their time. */
  private static final Map<SigningAlgorithm, SigningKey> KEYS = new ConcurrentHashMap<>();

  @ParameterizedTest
  @EnumSource(SigningAlgorithm.class)
  @Spec("RFC 7518 §3.1")
  void everyAlgorithmSignsWhatAnIndependentVerifierAccepts(SigningAlgorithm algorithm)
      throws Exception {
    SigningKey key = key(algorithm);
    JWSObject token = JWSObject.parse(new JwsSigner(key).sign("at+jwt", PAYLOAD));

    assertEquals(algorithm.alg(), token.getHeader().getAlgorithm().getName());
    assertEquals("at+jwt", token.getHeader().getType().getType());
    assertEquals(key.kid(), token.getHeader().getKeyID());
    assertEquals("{\"sub\":\"ines\"}", token.getPayload().toString());
    assertTrue(verifies(token, key.publicJwk()));
    assertFalse(verifies(token, another(algorithm).publicJwk()));
  }

  @ParameterizedTest
  @EnumSource(SigningAlgorithm.class)
  void aStoredKeyComesBackAsTheSameKey(SigningAlgorithm algorithm) throws Exception {
    SigningKey key = key(algorithm);
    SigningKey restored = SigningKey.parse(key.toPrivateJwk());

    assertEquals(key.kid(), restored.kid());
    assertEquals(key.publicJwk(), restored.publicJwk());
    JWSObject token = JWSObject.parse(new JwsSigner(restored).sign("JWT", PAYLOAD));
    assertTrue(verifies(token, key.publicJwk()));
  }

  @ParameterizedTest
  @EnumSource(SigningAlgorithm.class)
  void theSlowerProvidersSignTheSame(SigningAlgorithm algorithm) throws Exception {
    for (CryptoProvider provider :
        List.of(CryptoProvider.jdk(), CryptoProvider.bouncyCastle(new BouncyCastleProvider()))) {
      SigningKey key = SigningKey.parse(key(algorithm).toPrivateJwk());
      JWSObject token = JWSObject.parse(new JwsSigner(key, provider).sign("JWT", PAYLOAD));
      assertTrue(verifies(token, key.publicJwk()), provider.name());
    }
  }

  @Test
  void theNativeProviderIsUsedWhereItIsPackaged() {
    assertEquals("AmazonCorrettoCryptoProvider", CryptoProvider.install().name());
  }

  @Test
  @Spec("RFC 7638 §3")
  void thePublicKeyHoldsNothingPrivateAndIsNamedByItsThumbprint() throws Exception {
    for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
      JWK jwk = key(algorithm).publicJwk();
      assertFalse(jwk.isPrivate());
      assertEquals(jwk.computeThumbprint().toString(), jwk.getKeyID());
      assertEquals("sig", jwk.getKeyUse().identifier());
    }
  }

  @Test
  void aPublicKeyIsNoSigningKeyAndTheErrorDoesNotQuoteIt() {
    String text = SigningKey.generate(SigningAlgorithm.ES256).publicJwk().toJSONString();
    assertThrows(IllegalArgumentException.class, () -> SigningKey.parse(text));
    var error =
        assertThrows(IllegalArgumentException.class, () -> SigningKey.parse("{\"d\":\"secret"));
    assertEquals("not a private signing key", error.getMessage());
  }

  @Test
  void oneSignerServesManyThreads() throws Exception {
    SigningKey key = SigningKey.generate(SigningAlgorithm.ES384);
    JwsSigner signer = new JwsSigner(key);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> work = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        byte[] payload = ("{\"n\":" + i + "}").getBytes(UTF_8);
        work.add(() -> signer.sign("JWT", payload));
      }
      for (var token : threads.invokeAll(work)) {
        assertTrue(verifies(JWSObject.parse(token.get()), key.publicJwk()));
      }
    }
  }

  private static SigningKey key(SigningAlgorithm algorithm) {
    return KEYS.computeIfAbsent(algorithm, SigningKey::generate);
  }

  private static SigningKey another(SigningAlgorithm algorithm) {
    return switch (algorithm) {
      case RS256 -> key(SigningAlgorithm.PS256);
      case PS256 -> key(SigningAlgorithm.RS256);
      case ES256, ES384, ES512, EDDSA -> SigningKey.generate(algorithm);
    };
  }

  private static boolean verifies(JWSObject token, JWK key) throws Exception {
    if (key instanceof OctetKeyPair edwards) {
      return edwardsVerifies(token, edwards);
    }
    JWSVerifier verifier =
        key instanceof ECKey ec ? new ECDSAVerifier(ec) : new RSASSAVerifier((RSAKey) key);
    return token.verify(verifier);
  }

  private static boolean edwardsVerifies(JWSObject token, OctetKeyPair key) throws Exception {
    byte[] spki =
        HexFormat.of()
            .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(key.getDecodedX()));
    PublicKey publicKey =
        KeyFactory.getInstance("Ed25519", "SunEC").generatePublic(new X509EncodedKeySpec(spki));
    Signature signature = Signature.getInstance("Ed25519", "SunEC");
    signature.initVerify(publicKey);
    signature.update(token.getSigningInput());
    return signature.verify(token.getSignature().decode());
  }
}
