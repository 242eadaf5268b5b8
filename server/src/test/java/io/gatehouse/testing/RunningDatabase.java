package io.gatehouse.testing;

import io.gatehouse.platform.db.DatabaseUrl;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the server under test a database of its own, a master key and its usual endpoints. */
public final class RunningDatabase implements QuarkusTestResourceLifecycleManager {
  private @Nullable TestDatabase database;

  @Override
  public Map<String, String> start() {
    TestDatabase fresh = TestDatabase.create();
    database = fresh;
    DatabaseUrl url = fresh.database().url();
    return Map.of(
        "DB_URL",
        url.jdbcUrl() + "?user=" + TestPostgres.user() + "&password=" + TestPostgres.password(),
        "SECRET_VAULT_KEK",
        "A".repeat(43) + "=",
        "ENDPOINT",
        "http://localhost:3001",
        "ADMIN_ENDPOINT",
        "http://localhost:3002",
        "TRUST_PROXY_HEADER",
        "true",
        "GATEHOUSE_CLIENT_CERT_HEADER",
        "Client-Cert",
        "GATEHOUSE_EGRESS_ALLOW",
        "127.0.0.0/8");
  }

  @Override
  public void stop() {
    if (database != null) {
      database.close();
    }
  }
}
