package io.gatehouse.interaction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.platform.db.Explained;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InteractionStoreTest {
  /** Far fewer than the blocks that many interactions take. */
  private static final long FEW_BLOCKS = 20;

  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void close() {
    database.close();
  }

  /** What is taken out when it ends leaves a table that is empty when statements are planned. */
  @Test
  void oneOfManyIsFoundByItsKeyThoughThereWereNoneWhenItWasPlanned() {
    Instant now = Instant.parse("2030-01-01T00:00:00Z");
    fill();
    database.asOwner("delete from interactions");
    database.asOwner("vacuum analyze interactions");
    Explained explained = new Explained(database, false);
    InteractionStore store = new InteractionStore(explained.db());
    List<Runnable> lookUps =
        List.of(
            () -> store.find(TenantId.DEFAULT, "n7", now),
            () -> store.find(TenantId.DEFAULT, "n7", called("nobody", false), now),
            () -> store.find(TenantId.DEFAULT, "n7", called("nobody", true), now),
            () -> store.take(TenantId.DEFAULT, "n7", now));
    lookUps.forEach(explained::of);
    fill();
    for (Runnable lookUp : lookUps) {
      long blocks = explained.of(lookUp).blocks();
      assertTrue(blocks < FEW_BLOCKS, "blocks: " + blocks);
    }
  }

  private static InteractionStore.Named called(String name, boolean withFactors) {
    return new InteractionStore.Named(IdentifierType.USERNAME, name, withFactors);
  }

  private void fill() {
    database.asOwner(
        """
        insert into interactions (tenant_id, hash, application_id, request, prompt, created_at, expires_at)
        select 'default', sha256(('n' || n)::bytea), 'application', '{}', 'login', '2030-01-01Z', '2030-01-02Z'
        from generate_series(1, 3000) n
        """);
  }
}
