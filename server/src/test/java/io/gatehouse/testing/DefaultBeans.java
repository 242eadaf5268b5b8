package io.gatehouse.testing;

import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Database;
import io.gatehouse.platform.db.DatabaseUrl;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.postgres.TestPostgres;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

final class DefaultBeans {
  @Produces @Singleton @DefaultBean
  Database database() {
    return Database.open(
        new DatabaseUrl(TestPostgres.adminUrl(), TestPostgres.user(), TestPostgres.password()),
        new Database.Limits(5, Duration.ofSeconds(5), Duration.ofSeconds(20)));
  }

  @Produces @Singleton @DefaultBean
  Db db(Database database) {
    return database.db();
  }

  @Produces @Singleton @DefaultBean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Produces @Singleton @DefaultBean
  Invalidations invalidations(Db db) {
    return new Invalidations(db);
  }

  @Produces @Singleton @DefaultBean
  MasterKeys keys() {
    return new MasterKeys(List.of(new byte[32]));
  }

  @Produces @Singleton @DefaultBean
  Sealer sealer(MasterKeys keys) {
    return new Sealer(keys);
  }
}
