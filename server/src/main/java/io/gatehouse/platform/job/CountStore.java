package io.gatehouse.platform.job;

import io.gatehouse.platform.db.Db;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;

/** The counters behind unfiltered totals. */
@Singleton
class CountStore {
  private final Db db;

  CountStore(Db db) {
    this.db = db;
  }

  /**
   * Adds at most {@code batch} deltas to their totals, in one statement, so that a reader sees each
   * delta exactly once; answers how many.
   */
  int fold(int batch) {
    return db.acrossTenants(connection -> {
      try (PreparedStatement statement =
          connection.prepareStatement(
              """
              with folded as (
                delete from count_deltas where ctid = any (array(
                  select ctid from count_deltas limit ? for update skip locked))
                returning tenant_id, noun, delta),
              added as (
                insert into counts as c (tenant_id, noun, total)
                  select tenant_id, noun, sum(delta) from folded
                  where exists (select from tenants where id = tenant_id)
                  group by tenant_id, noun
                on conflict (tenant_id, noun) do update set total = c.total + excluded.total)
              select count(*) from folded
              """)) {
        statement.setInt(1, batch);
        try (var rows = statement.executeQuery()) {
          rows.next();
          return rows.getInt(1);
        }
      }
    });
  }
}
