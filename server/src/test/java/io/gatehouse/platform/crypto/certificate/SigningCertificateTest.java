package io.gatehouse.platform.crypto.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SigningCertificateTest {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2029-01-01T00:00:00Z");
  private static final SigningCertificate MADE = SigningCertificate.make("here", FROM, UNTIL);

  @Test
  void theCertificateIsThatOfTheKeyAndSignsItself() throws GeneralSecurityException {
    X509Certificate certificate = SigningCertificate.parse(MADE.certificate());
    certificate.verify(certificate.getPublicKey());
    assertEquals("CN=here", certificate.getSubjectX500Principal().getName());
    assertEquals(certificate.getSubjectX500Principal(), certificate.getIssuerX500Principal());
    assertEquals(FROM, certificate.getNotBefore().toInstant());
    assertEquals(UNTIL, certificate.getNotAfter().toInstant());
    assertEquals(4096, ((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength());
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(
        KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(MADE.privateKey())));
    signature.update((byte) 1);
    byte[] signed = signature.sign();
    signature.initVerify(certificate);
    signature.update((byte) 1);
    assertTrue(signature.verify(signed));
  }

  @Test
  void aCertificateIsReadWithAndWithoutItsLines() throws GeneralSecurityException {
    assertEquals(
        SigningCertificate.parse(MADE.certificate()),
        SigningCertificate.parse(SigningCertificate.bare(MADE.certificate())));
    assertThrows(GeneralSecurityException.class, () -> SigningCertificate.parse("%%%"));
    assertThrows(GeneralSecurityException.class, () -> SigningCertificate.parse("AAAA"));
  }

  @Test
  void fingerprintsAreTheSameInBothForms() {
    var sha256 = SigningCertificate.fingerprints(MADE.certificate()).sha256();
    assertEquals(64, sha256.unformatted().length());
    assertEquals(
        sha256.unformatted(),
        sha256.formatted().replace(":", "").toLowerCase(java.util.Locale.ROOT));
  }
}
