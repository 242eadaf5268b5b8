package io.gatehouse.app;

import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.config.StartupProblem;
import io.gatehouse.platform.db.DatabaseProbe;
import io.gatehouse.platform.db.DatabaseUrl;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

/**
 * Looks, before anything is started, whether what lies outside the program is there; each fault is
 * one sentence.
 */
final class Preflight {
  private final Settings settings;

  private Preflight(Settings settings) {
    this.settings = settings;
  }

  static void check(Settings settings) {
    Preflight preflight = new Preflight(settings);
    preflight.requireFree("PORT", settings.port());
    if (!settings.adminDisableLocalhost()) {
      preflight.requireFree("ADMIN_PORT", settings.adminPort());
    }
    if (settings.healthPort() != 0) {
      preflight.requireFree("GATEHOUSE_HEALTH_PORT", settings.healthPort());
    }
    Path certificate = settings.httpsCertPath();
    if (certificate != null) {
      requireCertificate(certificate);
    }
    DatabaseUrl url = settings.dbUrl();
    String fault = url == null ? null : DatabaseProbe.fault(url);
    if (fault != null) {
      throw new StartupProblem(fault);
    }
  }

  private void requireFree(String name, int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(settings.host()))) {
      assert socket.isBound();
    } catch (IOException e) {
      throw new StartupProblem(
          "Port %d on %s cannot be opened (%s); stop what uses it, or set %s to another."
              .formatted(port, settings.host(), e.getMessage(), name),
          e);
    }
  }

  private static void requireCertificate(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      if (CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty()) {
        throw new StartupProblem(
            "HTTPS_CERT_PATH names %s, which holds no certificate.".formatted(file));
      }
    } catch (IOException | CertificateException e) {
      throw new StartupProblem(
          "HTTPS_CERT_PATH names %s, which holds no PEM certificate.".formatted(file), e);
    }
  }
}
