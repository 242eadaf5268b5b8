package io.gatehouse.platform.crypto.certificate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Certificate authorities whose certificates callers may show.
 *
 * <p>Source: [RFC 5280 §6](https://www.rfc-editor.org/rfc/rfc5280#section-6)
 */
public final class CertificateAuthorities {
  private final Set<TrustAnchor> anchors;

  private CertificateAuthorities(Set<TrustAnchor> anchors) {
    this.anchors = Set.copyOf(anchors);
  }

  /** From a PEM file. */
  public static CertificateAuthorities of(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return new CertificateAuthorities(
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(each -> new TrustAnchor((X509Certificate) each, null))
              .collect(Collectors.toSet()));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no certificate authorities can be read from " + file, e);
    }
  }

  /** Whether one of them has issued the first of these, perhaps through the others. */
  public boolean issued(List<X509Certificate> chain) {
    try {
      PKIXParameters parameters = new PKIXParameters(anchors);
      // Whoever takes a certificate back takes the application's registration back.
      parameters.setRevocationEnabled(false);
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
      return true;
    } catch (GeneralSecurityException notOfTheirs) {
      return false;
    }
  }
}
