package io.gatehouse.platform.crypto.certificate;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.id.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An RSA key of 4096 bits with a certificate that it signed itself, as SAML parties exchange them.
 *
 * @param certificate in PEM
 * @param privateKey in PKCS #8
 */
public record SigningCertificate(String certificate, byte[] privateKey) {
  private static final int BITS = 4096;
  private static final int SERIAL_BYTES = 16;

  /** A certificate in the forms in which people compare it. */
  public record Fingerprints(Sha256 sha256) {
    /** {@code AA:BB:…} and {@code aabb…}. */
    public record Sha256(String formatted, String unformatted) {}
  }

  /** Makes a key and its certificate; this takes a second or two. */
  public static SigningCertificate make(String subject, Instant from, Instant until) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      KeyPair pair = generator.generateKeyPair();
      X500Name name = new X500Name("CN=" + subject);
      var certificate =
          new JcaX509v3CertificateBuilder(
                  name,
                  new BigInteger(1, Ids.bytes(SERIAL_BYTES)),
                  Date.from(from),
                  Date.from(until),
                  name,
                  pair.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
      return new SigningCertificate(pem(certificate.getEncoded()), pair.getPrivate().getEncoded());
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("no certificate could be made", e);
    }
  }

  /**
   * Reads a certificate in PEM, or its bare base64.
   *
   * @throws GeneralSecurityException when it is none
   */
  public static X509Certificate parse(String text) throws GeneralSecurityException {
    String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      byte[] der = Base64.getDecoder().decode(base64);
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("not base64", e);
    }
  }

  /** The fingerprints of a certificate in PEM. */
  public static Fingerprints fingerprints(String pem) {
    try {
      byte[] digest = Digests.sha256(parse(pem).getEncoded());
      return new Fingerprints(
          new Fingerprints.Sha256(
              HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest),
              HexFormat.of().formatHex(digest)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate of ours does not parse", e);
    }
  }

  /** The certificate without the lines around it, as XML holds it. */
  public static String bare(String pem) {
    return pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
  }

  /** The same of a certificate that has been read. */
  public static String bare(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
  }

  /** The certificate, read. */
  public X509Certificate parsed() {
    try {
      return parse(certificate);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate of ours does not parse", e);
    }
  }

  private static String pem(byte[] der) {
    String lines =
        new String(
            Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(der), StandardCharsets.US_ASCII);
    return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
  }
}
