package io.gatehouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The export holds a few records at a time, however many it tells and however slowly it is read: a
 * million with {@code -Dgatehouse.scale=100}, of altogether as much text as the heap has otherwise.
 */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AuditExportMemoryTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final boolean LONG = Integer.getInteger("gatehouse.scale", 1) > 1;
  private static final int RECORDS = LONG ? 1_000_000 : 20_000;
  private static final int LETTERS = LONG ? 400 : 8_000;
  private static final int LOOKS = 5;

  /** Of the records' text, in bytes: a pile of what is not read would hold four fifths of it. */
  private static final long MOST_HELD = (long) RECORDS * LETTERS / 4;

  private final String noun = "n" + Ids.shortId();
  @Inject ApiClients clients;
  @Inject Db db;

  @AfterEach
  void forget() {
    db.update(
        TENANT, "delete from audit_records where tenant_id = ? and subject_type = ?", TENANT, noun);
  }

  @Test
  void theHeapDoesNotGrowWithTheExport() throws IOException {
    int made =
        db.update(
            TENANT,
            """
            insert into audit_records (tenant_id, id, actor, action, subject_type, subject_id, after, created_at)
            select ?, ? || n, '{"kind": "User", "id": "ada"}', 'made', ?, n::text,
              jsonb_build_object('text', repeat('x', ?)), now() - n * interval '1 millisecond'
            from generate_series(1, ?) n
            """,
            TENANT,
            noun,
            noun,
            LETTERS,
            RECORDS);
    assertEquals(RECORDS, made);
    ApiClient api = clients.management();
    long before = held();
    long most = 0;
    int lines = 0;
    try (var in = api.stream("/api/audit-records/export?subjectType=" + noun);
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        assertTrue(line.endsWith("}"), line);
        // Whoever reads no further for a while leaves time to pile up what is not read.
        if (++lines % (RECORDS / LOOKS) == 1) {
          pause();
          most = Math.max(most, held() - before);
        }
      }
    }
    assertEquals(RECORDS, lines);
    assertTrue(most < MOST_HELD, "the heap grew by " + most + " bytes");
  }

  /** Bytes, the least of a few looks: what other threads allocate meanwhile is not the export's. */
  private static long held() {
    long least = Long.MAX_VALUE;
    for (int look = 0; look < 3; look++) {
      System.gc();
      Runtime heap = Runtime.getRuntime();
      least = Math.min(least, heap.totalMemory() - heap.freeMemory());
    }
    return least;
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
