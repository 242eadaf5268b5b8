package io.gatehouse.platform.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FoldCountsJobTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private final TestDatabase database = TestDatabase.create();
  private final FoldCountsJob job = new FoldCountsJob(new CountStore(database.db()));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aTotalIsTheSameBeforeAndAfterFolding() {
    insert("a");
    insert("b");
    database.db().update(TenantId.DEFAULT, "delete from users where id = 'a'");
    assertEquals(1, total());
    assertEquals(3, deltas());
    job.run(NOW);
    assertEquals(1, total());
    assertEquals(0, deltas());
    insert("c");
    job.run(NOW);
    job.run(NOW);
    assertEquals(2, total());
  }

  @Test
  void whatATenantLeftBehindIsDropped() {
    database.asOwner("insert into tenants (id, created_at) values ('gone', now())");
    database.asOwner(
        "insert into count_deltas (tenant_id, noun, delta) values ('gone', 'users', 4)");
    database.asOwner("delete from tenants where id = 'gone'");
    job.run(NOW);
    assertEquals(0, total());
  }

  private void insert(String id) {
    database
        .db()
        .update(
            TenantId.DEFAULT,
            "insert into users (tenant_id, id, created_at, updated_at) values (?, ?, ?, ?)",
            TenantId.DEFAULT,
            id,
            NOW,
            NOW);
  }

  private long total() {
    return database
        .db()
        .one(TenantId.DEFAULT, "select total_of('users') as total", row -> row.number("total"));
  }

  private int deltas() {
    return database
        .db()
        .one(
            TenantId.DEFAULT,
            "select count(*) as n from count_deltas where noun = 'users'",
            row -> row.integer("n"));
  }
}
