package io.gatehouse.platform.crypto.certificate;

import io.gatehouse.platform.crypto.Digests;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/**
 * A certificate whose key a caller has used.
 *
 * @param trusted whether an authority that the operator trusts has issued it
 */
public record ShownCertificate(X509Certificate certificate, boolean trusted) {
  private static final int LONGEST = 32_768;
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  /**
   * "The base64url-encoded SHA-256 digest … of the DER encoding of the X.509 certificate" [RFC 8705
   * §3.1].
   */
  public String thumbprint() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Digests.sha256(certificate.getEncoded()));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate was read that cannot be written", e);
    }
  }

  /**
   * What proxies pass on: {@code :base64:} of RFC 9440, PEM, PEM as a part of an address (nginx),
   * or base64 alone; empty when it is none of these.
   */
  public static Optional<X509Certificate> parse(String value) {
    if (value.isBlank() || value.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(bare(value.strip()));
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      return Optional.of(
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
    } catch (CertificateException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static String bare(String value) {
    if (value.length() > 2 && value.startsWith(":") && value.endsWith(":")) {
      return value.substring(1, value.length() - 1);
    }
    // An address's plus is a plus in base64.
    String text =
        value.contains("%20") || value.contains("%0A")
            ? URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.US_ASCII)
            : value;
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    return begin >= 0 && end > begin ? text.substring(begin + BEGIN.length(), end) : text;
  }
}
