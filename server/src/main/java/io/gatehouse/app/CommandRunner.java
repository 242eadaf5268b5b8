package io.gatehouse.app;

import io.gatehouse.administrator.Administrator;
import io.gatehouse.administrator.Administrators;
import io.gatehouse.application.ApplicationSecret;
import io.gatehouse.application.ApplicationSecrets;
import io.gatehouse.application.Applications;
import io.gatehouse.audit.Actor;
import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.crypto.ResealStore;
import io.gatehouse.platform.crypto.SealedColumn;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.key.KeyRecord;
import io.gatehouse.tenant.key.SigningKeys;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Runs one {@link Command} inside the container, without listeners, and prints what came of it. */
@Singleton
final class CommandRunner implements QuarkusApplication {
  private static final String SECRET = "Command line";

  static final SealedColumn SIGNING_KEYS = new SealedColumn("signing_keys", "private_key", "id");

  /** Everything that is sealed at rest. */
  static final List<SealedColumn> SEALED =
      List.of(
          SIGNING_KEYS,
          new SealedColumn("encryption_keys", "private_key", "id"),
          new SealedColumn("connectors", "config", "id"),
          new SealedColumn("application_secrets", "value", "application_id"),
          new SealedColumn("one_time_tokens", "token", "id"),
          new SealedColumn("hooks", "config", "id"),
          new SealedColumn("hooks", "signing_key", "id"),
          new SealedColumn("sso_connectors", "config", "id"),
          new SealedColumn("sso_signing_keys", "private_key", "id"),
          new SealedColumn("saml_application_secrets", "private_key", "id"),
          new SealedColumn("token_sets", "value", "id"),
          new SealedColumn("captcha_providers", "config", "tenant_id"),
          new SealedColumn("scripts", "value", "key"),
          new SealedColumn("personal_access_tokens", "value", "user_id", "digest"),
          new SealedColumn("user_mfa_factors", "secret", "id"),
          new SealedColumn("user_backup_codes", "code", "factor_id", "digest"));

  private static volatile Command wanted = new Command.PrintCredential(TenantId.DEFAULT);

  private final Settings settings;
  private final Administrators administrators;
  private final Clients clients;
  private final SigningKeys keys;
  private final ResealStore secrets;

  CommandRunner(
      Settings settings,
      Administrators administrators,
      Clients clients,
      SigningKeys keys,
      ResealStore secrets) {
    this.settings = settings;
    this.administrators = administrators;
    this.clients = clients;
    this.keys = keys;
    this.secrets = secrets;
  }

  /** Starts the container for the command and answers the exit code. */
  static int run(Command command) {
    wanted = command;
    Settings settings = Start.settings();
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.management.host-enabled", "false");
    Boot boot = Boot.beside(settings);
    boot.around(
        () -> Quarkus.run(CommandRunner.class, (code, failure) -> Start.end(boot, code, failure)));
    return 0;
  }

  @Override
  public int run(String... args) {
    try {
      System.out.println(
          switch (wanted) {
            case Command.CreateAdministrator c -> administrator(c);
            case Command.PrintCredential c -> clients.credential(c.managed(), settings);
            case Command.ListKeys c -> shown(keys.list(c.tenant()));
            case Command.RotateKeys c -> rotate(c);
            case Command.DeleteKey c -> {
              keys.delete(c.tenant(), c.id());
              yield shown(keys.list(c.tenant()));
            }
            case Command.ResealSecrets c -> "Sealed anew: %d.".formatted(secrets.reseal(SEALED));
          });
      return 0;
    } catch (RequestException refused) {
      System.err.println(
          "Refused: "
              + refused.code().code()
              + (refused.data() == null ? "" : " " + refused.data()));
      return 1;
    }
  }

  private String administrator(Command.CreateAdministrator wanted) {
    Administrator made =
        administrators.create(Actor.COMMAND_LINE, wanted.username(), wanted.password());
    return "Created the administrator %s (%s).".formatted(made.username(), made.id());
  }

  private String rotate(Command.RotateKeys wanted) {
    SigningAlgorithm current = keys.ring(wanted.tenant()).signer(Instant.now()).key().algorithm();
    return shown(
        keys.rotate(
            wanted.tenant(),
            Objects.requireNonNullElse(wanted.algorithm(), current),
            Objects.requireNonNullElse(wanted.grace(), settings.privateKeyRotationGracePeriod())));
  }

  private static String shown(List<KeyRecord> keys) {
    return keys.stream()
        .map(key ->
            "%s  %-5s  %s%s"
                .formatted(
                    key.id(),
                    key.algorithm().alg(),
                    key.status(),
                    key.effectiveAt() == null ? "" : "  from " + key.effectiveAt()))
        .collect(Collectors.joining("\n"));
  }

  /** The applications {@code m-<tenant>} of the admin tenant, which call the Management APIs. */
  @Singleton
  static final class Clients {
    private final Applications applications;
    private final ApplicationSecrets secrets;

    Clients(Applications applications, ApplicationSecrets secrets) {
      this.applications = applications;
      this.secrets = secrets;
    }

    String credential(TenantId managed, Settings settings) {
      String id = "m-" + managed.value();
      ApplicationSecret secret =
          applications.secrets(TenantId.ADMIN, id).stream()
              .filter(known -> known.name().equals(SECRET))
              .findFirst()
              .orElseGet(() -> secrets.create(TenantId.ADMIN, Actor.COMMAND_LINE, id, SECRET));
      return """
      {
        "tokenEndpoint": "%s/oidc/token",
        "clientId": "%s",
        "clientSecret": "%s",
        "resource": "https://%s.logto.app/api",
        "scope": "all"
      }\
      """
          .formatted(settings.adminEndpoint(), id, secret.value(), managed.value());
    }
  }
}
