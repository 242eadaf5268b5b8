package io.gatehouse.app;

import io.gatehouse.platform.config.StartupProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Makes the whole program trust the certificate authorities of {@code GATEHOUSE_CA_FILE} besides
 * the usual ones: connectors over HTTP, SMTP, traces. They go into a trust store that the JDK is
 * told of, so that whatever speaks TLS finds them.
 */
final class Authorities {
  /** Certificates are no secret; the format wants a password. */
  private static final String PASSWORD = "public";

  private Authorities() {}

  /** Call before anything of the program speaks TLS. */
  static void trust(Path pem) {
    try {
      Path store = Files.createTempFile("gatehouse-authorities", ".p12");
      store.toFile().deleteOnExit();
      write(store, pem);
      System.setProperty("javax.net.ssl.trustStore", store.toString());
      System.setProperty("javax.net.ssl.trustStoreType", "PKCS12");
      System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    } catch (IOException | GeneralSecurityException e) {
      throw new StartupProblem(
          "GATEHOUSE_CA_FILE names %s, whose certificates cannot be used: %s."
              .formatted(pem, e.getMessage()),
          e);
    }
  }

  private static void write(Path store, Path pem) throws IOException, GeneralSecurityException {
    List<Certificate> all = new ArrayList<>(read(pem));
    all.addAll(usual());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    for (int i = 0; i < all.size(); i++) {
      trusted.setCertificateEntry("authority-" + i, all.get(i));
    }
    try (OutputStream out = Files.newOutputStream(store)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
  }

  private static Collection<? extends Certificate> read(Path pem) throws IOException {
    try (InputStream in = Files.newInputStream(pem)) {
      var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (!found.isEmpty()) {
        return found;
      }
    } catch (GeneralSecurityException e) {
      throw new StartupProblem(
          "GATEHOUSE_CA_FILE names %s, which holds no PEM certificate.".formatted(pem), e);
    }
    throw new StartupProblem(
        "GATEHOUSE_CA_FILE names %s, which holds no certificate.".formatted(pem));
  }

  private static List<X509Certificate> usual() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    List<X509Certificate> issuers = new ArrayList<>();
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager known) {
        issuers.addAll(List.of(known.getAcceptedIssuers()));
      }
    }
    return issuers;
  }
}
