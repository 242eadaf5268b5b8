package io.gatehouse.app;

import io.gatehouse.platform.cache.ChangeListener;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Database;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.http.Listener;
import io.gatehouse.platform.http.Listeners;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.TenantResolver;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What every feature stands on, made of the settings and the database. */
@ApplicationScoped
class Foundations {

  @Produces
  @Singleton
  Sealer sealer(MasterKeys keys) {
    return new Sealer(keys);
  }

  @Produces
  @Singleton
  Invalidations invalidations(Db db) {
    return new Invalidations(db);
  }

  @Produces
  @Singleton
  ChangeListener changeListener(Database database, Invalidations invalidations) {
    return new ChangeListener(database, invalidations);
  }

  @Produces
  @Singleton
  TenantResolver tenants(Settings settings, Listeners listeners) {
    return new TenantResolver(
        new Tenant(TenantId.DEFAULT, settings.endpoint()),
        new Tenant(TenantId.ADMIN, settings.adminEndpoint()),
        request -> listeners.of(request) == Listener.ADMIN);
  }

  void listen(@Observes StartupEvent started, ChangeListener listener) {
    listener.start();
  }

  void stopListening(@Observes ShutdownEvent stopped, ChangeListener listener) {
    listener.close();
  }
}
