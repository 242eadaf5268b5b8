package io.gatehouse.platform.config;

import io.gatehouse.platform.config.Setting.Unit;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.db.DatabaseUrl;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an operator can set, read once at the start from the environment and a file. A
 * component is a setting: to add one, add a component; the help, the reference page and the refusal
 * of unknown names follow. Names are Logto's where the meaning is.
 */
public record Settings(
    @Setting(name = "PORT", about = "The port of the core listener.", standard = "3001") int port,
    @Setting(name = "ADMIN_PORT", about = "The port of the admin listener.", standard = "3002")
        int adminPort,
    @Setting(
            name = "ENDPOINT",
            about = "Where browsers and clients reach the core listener.",
            standard = "{SCHEME}://localhost:{PORT}")
        URI endpoint,
    @Setting(
            name = "ADMIN_ENDPOINT",
            about = "Where administrators reach the admin listener.",
            standard = "{SCHEME}://localhost:{ADMIN_PORT}")
        URI adminEndpoint,
    @Setting(
            name = "ADMIN_DISABLE_LOCALHOST",
            about =
                "Opens no admin port; the core listener then answers for the host of ADMIN_ENDPOINT.",
            standard = "false")
        boolean adminDisableLocalhost,
    @Setting(
            name = "GATEHOUSE_HOST",
            about =
                "The address to listen on; by default all when ENDPOINT names another host than this one, else loopback.",
            standard = "{HOST}")
        String host,
    @Setting(
            name = "TRUST_PROXY_HEADER",
            about =
                "Believes X-Forwarded-For, -Proto and -Host; only behind a proxy that sets them.",
            standard = "false")
        boolean trustProxyHeader,
    @Setting(
            name = "INJECTED_HEADER_MAPPING_JSON",
            about =
                "In which headers a trusted proxy tells what it knows of a visitor: names to headers, as JSON. Sessions, scripts and sign-in pages of one's own are told, and adaptive second factors compare it.",
            standard = Settings.INJECTED_HEADERS)
        HeaderNames injectedHeaderMapping,
    @Setting(
            name = "HTTPS_CERT_PATH",
            about = "A PEM file with the certificate chain; both listeners then speak TLS.")
        @Nullable Path httpsCertPath,
    @Setting(name = "HTTPS_KEY_PATH", about = "The PEM file with that certificate's private key.")
        @Nullable Path httpsKeyPath,
    @Setting(
            name = "DB_URL",
            about =
                "A PostgreSQL of yours, 15 or later: postgres://user:password@host:5432/database. Without it, one runs in the data folder.",
            secret = true)
        @Nullable DatabaseUrl dbUrl,
    @Setting(
            name = "DATABASE_POOL_SIZE",
            about = "Most connections to the database at once.",
            standard = "20")
        int databasePoolSize,
    @Setting(
            name = "DATABASE_CONNECTION_TIMEOUT",
            about =
                "How long a request waits for a connection (a bare number counts milliseconds).",
            standard = "5s")
        Duration databaseConnectionTimeout,
    @Setting(
            name = "DATABASE_STATEMENT_TIMEOUT",
            about =
                "How long a statement may run (a bare number counts milliseconds); 0 or DISABLE_TIMEOUT for no limit.",
            standard = "60s")
        Duration databaseStatementTimeout,
    @Setting(
            name = "SECRET_VAULT_KEK",
            about =
                "The master key that seals stored secrets: 32 random bytes in base64. Made in the data folder unless DB_URL is set.",
            secret = true)
        @Nullable MasterKeys secretVaultKek,
    @Setting(
            name = "PRIVATE_KEY_ROTATION_GRACE_PERIOD",
            about =
                "How long a new signing key is published before it signs (a bare number counts seconds).",
            standard = "0s",
            unit = Unit.SECONDS)
        Duration privateKeyRotationGracePeriod,
    @Setting(
            name = "USER_DEFAULT_ROLE_NAMES",
            about =
                "Roles of the tenant default that everybody new gets, by their names and separated by commas, besides those that are marked so.")
        List<String> userDefaultRoleNames,
    @Setting(
            name = "STATUS_API_KEY",
            about = "What a caller of the status API shows to learn more than that we are up.",
            secret = true)
        @Nullable String statusApiKey,
    @Setting(
            name = "GATEHOUSE_DATA",
            about = "The folder for the embedded database and the master key.",
            standard = ".gatehouse")
        Path dataFolder,
    @Setting(
            name = "GATEHOUSE_EGRESS_ALLOW",
            about =
                "Private address ranges that connectors and webhooks may reach, separated by commas: 10.1.0.0/16,192.168.7.4.")
        List<AddressRange> egressAllow,
    @Setting(
            name = "GATEHOUSE_CA_FILE",
            about = "A PEM file with certificate authorities to trust besides the usual ones.")
        @Nullable Path caFile,
    @Setting(
            name = "GATEHOUSE_CLIENT_CERT_HEADER",
            about =
                "The header in which a proxy in front passes on the certificate that a client showed to it, as Client-Cert; the proxy must take it off everybody else's requests.")
        @Nullable String clientCertificateHeader,
    @Setting(
            name = "GATEHOUSE_CLIENT_CA_FILE",
            about =
                "A PEM file with the authorities whose certificates clients may show; without it those that the proxy let through count.")
        @Nullable Path clientCaFile,
    @Setting(
            name = "GATEHOUSE_LOG",
            about = "How the log is written: text or json.",
            standard = "text")
        LogFormat log,
    @Setting(
            name = "GATEHOUSE_LOG_RETENTION",
            about =
                "How long the log and the administrators' audit are kept, such as 180d; months are forgotten as a whole. For ever without it.")
        @Nullable Duration logRetention,
    @Setting(
            name = "GATEHOUSE_HEALTH_PORT",
            about =
                "A port of GATEHOUSE_HOST for health (/q/health) and metrics (/q/metrics), not for the internet; 0 opens none.",
            standard = "0")
        int healthPort,
    @Setting(
            name = "OTEL_EXPORTER_OTLP_ENDPOINT",
            about = "Where traces are sent, over gRPC; without it none are made.")
        @Nullable URI otelEndpoint,
    @Setting(
            name = "GATEHOUSE_TRACE_RATIO",
            about = "Which part of the requests is traced, 0 to 1.",
            standard = "0")
        double traceRatio) {

  public Settings {
    egressAllow = List.copyOf(egressAllow);
    userDefaultRoleNames = List.copyOf(userDefaultRoleNames);
    requirePort("PORT", port);
    requirePort("ADMIN_PORT", adminPort);
    if (port == adminPort && port != 0 && !adminDisableLocalhost) {
      throw new StartupProblem(
          "PORT and ADMIN_PORT are both %d; give the two listeners ports of their own."
              .formatted(port));
    }
    if ((httpsCertPath == null) != (httpsKeyPath == null)) {
      throw new StartupProblem(
          "HTTPS_CERT_PATH and HTTPS_KEY_PATH belong together; set both or none.");
    }
    if (dbUrl != null && secretVaultKek == null) {
      throw new StartupProblem(
          "SECRET_VAULT_KEK is needed with DB_URL, since secrets in that database are sealed with it; make one with `openssl rand -base64 32` and keep it.");
    }
    if (logRetention != null && !logRetention.isPositive()) {
      throw new StartupProblem(
          "GATEHOUSE_LOG_RETENTION is how long the log is kept, such as 180d; leave it out to keep it for ever.");
    }
    if (traceRatio < 0 || traceRatio > 1) {
      throw new StartupProblem(
          "GATEHOUSE_TRACE_RATIO is a number from 0 to 1, not %s.".formatted(traceRatio));
    }
  }

  /** The names that sessions and scripts of Logto know, and the headers that its proxies set. */
  static final String INJECTED_HEADERS =
      """
      {"country":"x-logto-cf-country","city":"x-logto-cf-city","latitude":"x-logto-cf-latitude",\
      "longitude":"x-logto-cf-longitude","botScore":"x-logto-cf-bot-score","botVerified":"x-logto-cf-bot-verified"}\
      """;

  /** Whether the listeners speak TLS themselves. */
  public boolean tls() {
    return httpsCertPath != null;
  }

  /** Whether PostgreSQL runs in the data folder. */
  public boolean embeddedDatabase() {
    return dbUrl == null;
  }

  private static void requirePort(String name, int port) {
    if (port < 0 || port > 65535) {
      throw new StartupProblem("%s is a port, 1 to 65535, not %d.".formatted(name, port));
    }
  }
}
