package io.gatehouse.platform.crypto.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrivateKeyPemTest {
  private static final KeyPair KEYS = keys("RSA", 2048);
  private static final char[] PASSWORD = "secret".toCharArray();

  @Test
  void keysAreReadAsTheirToolsWriteThem() throws Exception {
    String bare = pem(new JcaMiscPEMGenerator(KEYS.getPrivate()));
    assertEquals(KEYS.getPrivate(), PrivateKeyPem.parse(bare, null), "PKCS #1");
    assertEquals(KEYS.getPrivate(), PrivateKeyPem.parse("\n " + bare, "not needed"));
    assertEquals(KEYS.getPrivate(), PrivateKeyPem.parse(pkcs8(), null), "PKCS #8");
    assertEquals(KEYS.getPrivate(), PrivateKeyPem.parse(lockedPkcs1(), "secret"));
    assertEquals(KEYS.getPrivate(), PrivateKeyPem.parse(lockedPkcs8(), "secret"));
  }

  @Test
  void anythingElseIsRefused() throws Exception {
    assertRefused("", null);
    assertRefused("none", null);
    assertRefused(pkcs8().substring(0, 200), null);
    assertRefused(lockedPkcs8(), null);
    assertRefused(lockedPkcs8(), "wrong");
    assertRefused(lockedPkcs1(), "wrong");
    assertRefused(pem(new JcaMiscPEMGenerator(KEYS.getPublic())), null);
    assertRefused(pem(new JcaPKCS8Generator(keys("EC", 256).getPrivate(), null)), null);
  }

  private static void assertRefused(String pem, @Nullable String password) {
    assertThrows(GeneralSecurityException.class, () -> PrivateKeyPem.parse(pem, password), pem);
  }

  private static String pkcs8() throws Exception {
    return pem(new JcaPKCS8Generator(KEYS.getPrivate(), null));
  }

  private static String lockedPkcs8() throws Exception {
    return pem(
        new JcaPKCS8Generator(
            KEYS.getPrivate(),
            new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                .setProvider(new BouncyCastleProvider())
                .setRandom(new SecureRandom())
                .setPassword(PASSWORD)
                .build()));
  }

  private static String lockedPkcs1() throws Exception {
    return pem(
        new JcaMiscPEMGenerator(
            KEYS.getPrivate(),
            new JcePEMEncryptorBuilder("AES-128-CBC")
                .setProvider(new BouncyCastleProvider())
                .build(PASSWORD)));
  }

  private static String pem(PemObjectGenerator content) throws Exception {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(content);
    }
    return text.toString();
  }

  private static KeyPair keys(String algorithm, int size) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
