package io.gatehouse.app;

import io.gatehouse.platform.cache.ChangeListener;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.config.Purpose;
import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.config.StartupProblem;
import io.gatehouse.platform.crypto.KeyedDigest;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.crypto.ResealStore;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Database;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.http.listener.Listener;
import io.gatehouse.platform.http.listener.Listeners;
import io.gatehouse.platform.once.Once;
import io.gatehouse.tenant.HostNames;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.TenantResolver;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes the parts of the platform injectable that know nothing of a container. */
@Singleton
final class PlatformBeans {
  /** After the migrations. */
  private static final int EARLY = 200;

  /** When no requests come any more, and before the database is closed. */
  private static final int LATE = 10_000;

  @Produces
  @Singleton
  static InstantSource clock() {
    return InstantSource.system();
  }

  @Produces
  @Singleton
  static Sealer sealer(MasterKeys keys) {
    return new Sealer(keys);
  }

  @Produces
  @Singleton
  static ResealStore resealing(Db db, Sealer sealer, KeyedDigest digests) {
    return new ResealStore(db, sealer, digests);
  }

  @Produces
  @Singleton
  static KeyedDigest keyedDigest(MasterKeys keys) {
    return new KeyedDigest(keys);
  }

  @Produces
  @Singleton
  static Invalidations invalidations(Db db) {
    return new Invalidations(db);
  }

  @Produces
  @Singleton
  static ChangeListener changeListener(Database database, Invalidations invalidations) {
    return new ChangeListener(database, invalidations);
  }

  @Produces
  @Singleton
  static Once once(Database database, InstantSource clock) {
    return new Once(database, clock);
  }

  @Produces
  @Singleton
  static TenantResolver tenants(Settings settings, Listeners listeners, HostNames names) {
    return new TenantResolver(
        new Tenant(TenantId.DEFAULT, settings.endpoint()),
        new Tenant(TenantId.ADMIN, settings.adminEndpoint()),
        request -> listeners.of(request) == Listener.ADMIN,
        names);
  }

  /** What operators watch of the database. */
  void measure(
      @Observes @Priority(EARLY) StartupEvent started,
      MeterRegistry metrics,
      Db db,
      Database database) {
    FunctionCounter.builder("gatehouse.sql.statements", db, Db::statements)
        .description("Statements sent to the database")
        .register(metrics);
    Gauge.builder(
            "gatehouse.sql.connections",
            database,
            d -> d.pool().getHikariPoolMXBean().getTotalConnections())
        .description("Open connections to the database")
        .register(metrics);
    Gauge.builder(
            "gatehouse.sql.connections.used",
            database,
            d -> d.pool().getHikariPoolMXBean().getActiveConnections())
        .description("Connections that a request holds")
        .register(metrics);
  }

  /** Signing keys are few, and there as soon as a server has run. */
  void refuseWrongMasterKey(@Observes @Priority(EARLY) StartupEvent started, ResealStore secrets) {
    if (!secrets.knows(CommandRunner.SIGNING_KEYS)) {
      throw new StartupProblem(
          "SECRET_VAULT_KEK is not what this database was sealed with; set the right master key, or name it after the new one: new,old.");
    }
  }

  void listen(
      @Observes @Priority(EARLY) StartupEvent started, Purpose purpose, ChangeListener listener) {
    if (purpose.serves()) {
      listener.start();
    }
  }

  void stopListening(@Observes @Priority(EARLY) ShutdownEvent stopped, ChangeListener listener) {
    listener.close();
  }

  void writeDown(@Observes @Priority(LATE) ShutdownEvent stopped, Once once) {
    once.close();
  }
}
