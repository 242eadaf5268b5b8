package io.gatehouse.platform.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpiredRowStoreTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final Expiring NETWORKS = new Expiring("network_failures", Duration.ofHours(1));

  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatExpiredGoesForAllTenantsAndTheRestStays() {
    failures(TenantId.DEFAULT, 2500, NOW.minus(Duration.ofHours(2)));
    failures(TenantId.ADMIN, 1, NOW.minus(Duration.ofHours(3)));
    failures(TenantId.DEFAULT, 3, NOW.minus(Duration.ofMinutes(59)));
    new PurgeJob(new ExpiredRowStore(database.db()), new Sweep(List.of(NETWORKS))).run(NOW);
    assertEquals(3, count(TenantId.DEFAULT));
    assertEquals(0, count(TenantId.ADMIN));
  }

  @Test
  void aBatchTakesTheOldestFirst() {
    failures(TenantId.DEFAULT, 2, NOW.minus(Duration.ofHours(2)));
    failures(TenantId.DEFAULT, 2, NOW.minus(Duration.ofHours(5)));
    assertEquals(2, new ExpiredRowStore(database.db()).delete(NETWORKS, NOW, 2));
    assertEquals(
        NOW.minus(Duration.ofHours(2)),
        database
            .db()
            .one(
                TenantId.DEFAULT,
                "select min(expires_at) as oldest from network_failures",
                row -> row.instant("oldest")));
  }

  private void failures(TenantId tenant, int many, Instant expiresAt) {
    database
        .db()
        .update(
            tenant,
            """
            insert into network_failures (tenant_id, network, failures, since, expires_at)
            select ?, ?::text || n, 1, ?, ? from generate_series(1, ?) n
            """,
            tenant,
            expiresAt.toString(),
            expiresAt,
            expiresAt,
            many);
  }

  private int count(TenantId tenant) {
    return database
        .db()
        .one(tenant, "select count(*) as n from network_failures", row -> row.integer("n"));
  }
}
