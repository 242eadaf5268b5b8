package io.gatehouse.app;

import io.gatehouse.platform.config.Closing;
import io.gatehouse.platform.config.Purpose;
import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.config.SettingsTable;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.db.Database;
import io.gatehouse.platform.db.Database.Limits;
import io.gatehouse.platform.db.DatabaseUrl;
import io.gatehouse.platform.db.Db;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes what {@link Boot} has prepared injectable. Where a test has started the container, the
 * settings come from its configuration under the same names, {@code DB_URL} and {@code
 * SECRET_VAULT_KEK} among them.
 */
@ApplicationScoped
class Wiring {
  /** Before whatever reads from the database at the start. */
  private static final int FIRST = 100;

  /** After the connection pool and everything that uses it. */
  private static final int LAST = Integer.MAX_VALUE;

  @Produces
  @Singleton
  Settings settings() {
    Boot boot = Boot.current();
    return boot != null ? boot.settings() : settingsOfTest();
  }

  /** A command runs without listeners: those of the framework are closed by its setting. */
  @Produces
  @Singleton
  Purpose purpose(
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean listens) {
    return new Purpose(listens);
  }

  @Produces
  @Singleton
  Closing closing() {
    Boot boot = Boot.current();
    return boot != null ? boot.closing() : new Closing();
  }

  @Produces
  @Singleton
  MasterKeys masterKeys(Settings settings) {
    Boot boot = Boot.current();
    return boot != null
        ? boot.masterKeys()
        : Objects.requireNonNull(settings.secretVaultKek(), "SECRET_VAULT_KEK");
  }

  @Produces
  @Singleton
  Database database(Settings settings) {
    Boot boot = Boot.current();
    return boot != null
        ? boot.database()
        : open(Objects.requireNonNull(settings.dbUrl(), "DB_URL"), settings);
  }

  static Database open(DatabaseUrl url, Settings settings) {
    return Database.open(
        url,
        new Limits(
            settings.databasePoolSize(),
            settings.databaseConnectionTimeout(),
            settings.databaseStatementTimeout()));
  }

  void close(@Disposes Database database) {
    database.close();
  }

  @Produces
  @Singleton
  Db db(Database database) {
    return database.db();
  }

  /** Migrates before anybody is let in, also when no request has asked for the database yet. */
  void openDatabase(@Observes @Priority(FIRST) StartupEvent started, Database database) {
    Log.debugf("database at %s", database.url());
  }

  void stopDatabase(@Observes @Priority(LAST) ShutdownEvent stopped, Database database) {
    database.close();
    Boot boot = Boot.current();
    if (boot != null) {
      boot.close();
    }
  }

  private static Settings settingsOfTest() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : SettingsTable.names()) {
      ConfigProvider.getConfig()
          .getOptionalValue(name, String.class)
          .ifPresent(value -> values.put(name, value));
    }
    return SettingsTable.build(values);
  }
}
