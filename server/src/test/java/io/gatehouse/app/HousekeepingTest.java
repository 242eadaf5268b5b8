package io.gatehouse.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.job.Expiring;
import io.gatehouse.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

  @Test
  void everyTableWithAnIndexOfExpiryIsSweptAndNoOther() {
    try (TestDatabase database = TestDatabase.create()) {
      List<String> indexed =
          database
              .db()
              .query(
                  TenantId.DEFAULT,
                  """
                  select distinct c.relname as name
                  from pg_index i join pg_class c on c.oid = i.indrelid
                    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                  where c.relnamespace = 'public'::regnamespace and a.attname = 'expires_at'
                  order by 1
                  """,
                  row -> row.text("name"));
      assertEquals(
          indexed, Housekeeping.SWEEP.tables().stream().map(Expiring::table).sorted().toList());
    }
  }
}
