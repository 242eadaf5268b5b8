package io.gatehouse.platform.list;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.RowMapper;
import io.gatehouse.tenant.TenantId;
import java.util.List;

/**
 * The statement of a list: what, from where, which and in what order. The total comes with the
 * rows; only a page beyond the end costs a second statement.
 *
 * @param columns SQL after {@code select}
 * @param from SQL after {@code from}
 * @param order SQL after {@code order by}; it must decide every tie
 */
public record ListQuery(String columns, String from, Where where, String order) {

  /** The rows of a page and the total. */
  public <T> Slice<T> run(Db db, TenantId tenant, Page page, RowMapper<T> mapper) {
    if (page.isWhole()) {
      String sql = "select " + columns + matching() + " order by " + order;
      return Slice.whole(db.query(tenant, sql, mapper, where.arguments()));
    }
    String sql =
        "select "
            + columns
            + ", count(*) over () as list_total"
            + matching()
            + " order by "
            + order
            + " limit ? offset ?";
    long[] total = {0};
    List<T> items =
        db.query(
            tenant,
            sql,
            row -> {
              total[0] = row.number("list_total");
              return mapper.map(row);
            },
            where.arguments(page));
    return new Slice<>(items, items.isEmpty() && page.number() > 1 ? count(db, tenant) : total[0]);
  }

  private long count(Db db, TenantId tenant) {
    return db.one(
        tenant,
        "select count(*) as list_total" + matching(),
        row -> row.number("list_total"),
        where.arguments());
  }

  private String matching() {
    return " from " + from + " where " + where.sql();
  }
}
