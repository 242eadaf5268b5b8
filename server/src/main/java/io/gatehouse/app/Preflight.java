package io.gatehouse.app;

import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.config.StartupProblem;
import io.gatehouse.platform.db.DatabaseUrl;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Looks, before anything is started, whether what lies outside the program is there; each fault is
 * one sentence.
 */
final class Preflight {
  private static final int OLDEST = 15;

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
    if (url != null) {
      requireDatabase(url);
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

  private static void requireDatabase(DatabaseUrl url) {
    Properties properties = new Properties();
    if (url.user() != null) {
      properties.put("user", url.user());
    }
    if (url.password() != null) {
      properties.put("password", url.password());
    }
    properties.put("loginTimeout", "10");
    try (Connection connection = DriverManager.getConnection(url.jdbcUrl(), properties)) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw new StartupProblem(
            "The database of DB_URL is PostgreSQL %d; Gatehouse needs %d or later."
                .formatted(version, OLDEST));
      }
    } catch (SQLException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new StartupProblem(
          "The database of DB_URL cannot be reached at %s: %s".formatted(url, reason), e);
    }
  }
}
