package io.gatehouse.testing;

import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the application does not wire yet. */
final class DefaultBeans {
  @Produces
  @Singleton
  @DefaultBean
  Invalidations invalidations(Db db) {
    return new Invalidations(db);
  }

  @Produces
  @Singleton
  @DefaultBean
  Sealer sealer(MasterKeys keys) {
    return new Sealer(keys);
  }
}
