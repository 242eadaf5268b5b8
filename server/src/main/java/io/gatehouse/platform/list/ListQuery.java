package io.gatehouse.platform.list;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.RowMapper;
import io.gatehouse.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a list: what, from where, which and in what order. The total comes with the
 * rows, but is counted beside them, so that an index in the list's order is read no further than
 * the page.
 *
 * @param columns SQL after {@code select}
 * @param from SQL after {@code from}
 * @param order SQL after {@code order by}; it must decide every tie
 */
public record ListQuery(String columns, String from, Where where, String order) {
  /** A page beyond the end is one row without a place. */
  private static final String PAGE =
      """
      select counted.list_total, listed.*
      from (%5$s) as counted
        left join lateral (
          select %1$s, row_number() over (order by %4$s) as list_place from %2$s where %3$s
          order by %4$s limit ? offset ?) as listed on true
      order by listed.list_place
      """;

  private static final String COUNT =
      "select count(*) as list_total from (select from %s where %s limit ?) as found";

  /** The rows of a page and the total. */
  public <T> Slice<T> run(Db db, TenantId tenant, Page page, RowMapper<T> mapper) {
    return run(db, tenant, page, Long.MAX_VALUE, mapper);
  }

  /**
   * The same, counting no further than a limit.
   *
   * @param most the largest total that is answered
   */
  public <T> Slice<T> run(Db db, TenantId tenant, Page page, long most, RowMapper<T> mapper) {
    Total total = new Total(COUNT.formatted(from, where.sql()), where.arguments(most));
    return run(db, tenant, page, total, mapper);
  }

  /**
   * The same for all there is of a noun, which a counter knows.
   *
   * @param noun what the counter is called
   */
  public <T> Slice<T> runCounted(
      Db db, TenantId tenant, Page page, String noun, RowMapper<T> mapper) {
    Total total = new Total("select total_of(?) as list_total", new Object[] {noun});
    return run(db, tenant, page, total, mapper);
  }

  /**
   * The same where each row that is counted has its other halves: they are not looked up to count.
   *
   * @param counted SQL after {@code from} that is enough for the conditions
   */
  public <T> Slice<T> runCounting(
      Db db, TenantId tenant, Page page, String counted, RowMapper<T> mapper) {
    Total total = new Total(COUNT.formatted(counted, where.sql()), where.arguments(Long.MAX_VALUE));
    return run(db, tenant, page, total, mapper);
  }

  /** How the total is come by. */
  private record Total(String sql, @Nullable Object[] arguments) {}

  private <T> Slice<T> run(Db db, TenantId tenant, Page page, Total counted, RowMapper<T> mapper) {
    if (page.isWhole()) {
      String sql =
          "select " + columns + " from " + from + " where " + where.sql() + " order by " + order;
      return Slice.whole(ListStatement.planned(db, tenant, sql, mapper, where.arguments()));
    }
    long[] total = {0};
    List<Optional<T>> rows =
        ListStatement.planned(
            db,
            tenant,
            PAGE.formatted(columns, from, where.sql(), order, counted.sql()),
            row -> {
              total[0] = row.number("list_total");
              return row.number("list_place") == 0
                  ? Optional.empty()
                  : Optional.of(mapper.map(row));
            },
            Stream.concat(Stream.of(counted.arguments()), Stream.of(where.arguments(page)))
                .toArray());
    return new Slice<>(rows.stream().flatMap(Optional::stream).toList(), total[0]);
  }
}
