package io.gatehouse.session.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogoutNoticeStoreTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final TestDatabase database = TestDatabase.create();
  private final LogoutNoticeStore store = new LogoutNoticeStore(database.db());

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void ofManyNodesOneTakesANotice() throws Exception {
    write("raced", NOW);
    Callable<List<LogoutNotice>> take = () -> store.take(NOW, 10);
    List<LogoutNotice> taken = new ArrayList<>();
    try (ExecutorService nodes = Executors.newFixedThreadPool(16)) {
      for (Future<List<LogoutNotice>> node : nodes.invokeAll(Collections.nCopies(16, take))) {
        taken.addAll(node.get());
      }
    }
    assertEquals(
        List.of(new LogoutNotice(TenantId.DEFAULT, "raced", "demo-app", "somebody", null)), taken);
    store.delete(TenantId.DEFAULT, taken);
    assertEquals(List.of(), store.take(NOW.plus(Duration.ofHours(1)), 10));
  }

  @Test
  void pausesGrowUntilADayIsOver() {
    write("silent", NOW);
    List<Long> attempts = new ArrayList<>();
    for (long second = 0; second <= 100_000; second += 10) {
      if (!store.take(NOW.plusSeconds(second), 10).isEmpty()) {
        attempts.add(second);
      }
    }
    assertEquals(
        List.of(
            0L, 10L, 40L, 130L, 400L, 1_210L, 3_640L, 10_930L, 25_330L, 39_730L, 54_130L, 68_530L,
            82_930L),
        attempts);
  }

  private void write(String session, Instant at) {
    database
        .db()
        .update(
            TenantId.DEFAULT,
            """
            insert into logout_notices (tenant_id, session_id, application_id, user_id, created_at, due_at, expires_at)
            values (?, ?, 'demo-app', 'somebody', ?, ?, ?)
            """,
            TenantId.DEFAULT,
            session,
            at,
            at,
            at.plus(LogoutNotice.LIFE));
  }
}
