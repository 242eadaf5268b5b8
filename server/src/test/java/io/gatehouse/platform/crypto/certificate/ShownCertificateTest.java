package io.gatehouse.platform.crypto.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.TestCertificates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownCertificateTest {
  private final TestCertificates authority = TestCertificates.selfSigned("CN=Authority");
  private final TestCertificates client = authority.issues("CN=Client");

  @Test
  @Spec("RFC 9440 §2.1")
  void whatProxiesPassOnIsRead() {
    String pem = pem(client);
    String escaped = URLEncoder.encode(pem, StandardCharsets.UTF_8).replace("+", "%20");
    String bare = client.header().replace(":", "");
    for (String form : List.of(client.header(), pem, pem.replace("\n", " "), escaped, bare)) {
      assertEquals(Optional.of(client.certificate()), ShownCertificate.parse(form), form);
    }
    for (String none : List.of("", " ", "::", ":", "(null)", "-----BEGIN CERTIFICATE-----", "%")) {
      assertEquals(Optional.empty(), ShownCertificate.parse(none), none);
    }
  }

  @Property(tries = 300)
  void anyTextIsReadOrIsNone(@ForAll String text) {
    ShownCertificate.parse(text);
    ShownCertificate.parse(":" + text + ":");
    ShownCertificate.parse(
        ":" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + ":");
  }

  @Test
  @Spec("RFC 8705 §3.1")
  void theThumbprintIsThatOfTheWholeCertificate() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(client.certificate().getEncoded());
    assertEquals(
        Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
        new ShownCertificate(client.certificate(), true).thumbprint());
  }

  @Test
  @Spec("RFC 8705 §2.1")
  void anAuthorityVouchesForWhatItIssued(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("authorities.pem");
    Files.writeString(file, pem(TestCertificates.selfSigned("CN=Other")) + pem(authority));
    CertificateAuthorities authorities = CertificateAuthorities.of(file);
    assertTrue(authorities.issued(List.of(client.certificate())));
    TestCertificates stranger = TestCertificates.selfSigned("CN=Authority").issues("CN=Client");
    assertFalse(authorities.issued(List.of(stranger.certificate())));
    assertFalse(
        authorities.issued(List.of(TestCertificates.selfSigned("CN=Client").certificate())));
    // A client is no authority, whatever it signs.
    assertFalse(
        authorities.issued(
            List.of(client.issues("CN=Another").certificate(), client.certificate())));
  }

  private static String pem(TestCertificates of) {
    return "-----BEGIN CERTIFICATE-----\n"
        + of.header().replace(":", "").replaceAll("(.{64})", "$1\n")
        + "\n-----END CERTIFICATE-----\n";
  }
}
