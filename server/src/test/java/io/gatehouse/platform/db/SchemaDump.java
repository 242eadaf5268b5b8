package io.gatehouse.platform.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The schema as SQL, read from the catalogue and in one fixed order, so that two databases with the
 * same schema give the same text. Monthly partitions are left out.
 */
final class SchemaDump {
  private static final String TABLES =
      """
      select c.oid::text, c.relname, coalesce(' partition by ' || pg_get_partkeydef(c.oid), '')
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition and c.relname <> 'schema_history'
      order by c.relname
      """;
  private static final String COLUMNS =
      """
      select format('  %I %s', a.attname, format_type(a.atttypid, a.atttypmod))
        || case when a.attidentity = 'a' then ' generated always as identity' else '' end
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
        || case when a.attnotnull then ' not null' else '' end
      from pg_attribute a
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = ?::oid and a.attnum > 0 and not a.attisdropped
      order by a.attnum
      """;
  private static final String CONSTRAINTS =
      """
      select format('  constraint %I %s', conname, pg_get_constraintdef(oid))
      from pg_constraint
      where conrelid = ?::oid and contype in ('p', 'u', 'f', 'c')
      order by position(contype::text in 'pufc'), conname
      """;
  private static final String INDEXES =
      """
      select pg_get_indexdef(i.indexrelid) || ';'
      from pg_index i
      where i.indrelid = ?::oid
        and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = i.indrelid)
      order by i.indexrelid::regclass::text
      """;
  private static final String TRIGGERS =
      """
      select pg_get_triggerdef(oid) || ';' from pg_trigger
      where tgrelid = ?::oid and not tgisinternal order by tgname
      """;
  private static final String ROW_SECURITY =
      """
      select line from (
        select 0 as place, 'alter table ' || relname || ' enable row level security;' as line
        from pg_class where oid = $1::oid and relrowsecurity
        union all
        select 1, 'alter table ' || relname || ' force row level security;'
        from pg_class where oid = $1::oid and relforcerowsecurity
        union all
        select 2, format('create policy %I on %s to %s using (%s)%s;', p.polname, p.polrelid::regclass,
            coalesce((select string_agg(rolname, ', ' order by rolname) from pg_roles where oid = any (p.polroles)), 'public'),
            pg_get_expr(p.polqual, p.polrelid),
            coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''))
        from pg_policy p where p.polrelid = $1::oid
        union all
        select 3, format('grant %s on %s to %s;', string_agg(lower(a.privilege_type), ', ' order by a.privilege_type), c.relname, r.rolname)
        from pg_class c, aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
        where c.oid = $1::oid and r.rolname like 'gatehouse\\_%' and a.grantee <> c.relowner
        group by c.relname, r.rolname
      ) lines order by place, line
      """
          .replace("$1", "?");
  private static final String FUNCTIONS =
      """
      select trim(trailing E'\\n' from pg_get_functiondef(p.oid)) || ';'
      from pg_proc p where p.pronamespace = 'public'::regnamespace
      order by p.proname, pg_get_function_identity_arguments(p.oid)
      """;

  private final Connection connection;

  private SchemaDump(Connection connection) {
    this.connection = connection;
  }

  static String of(DatabaseUrl url) {
    try (Connection connection = Database.connect(url)) {
      return new SchemaDump(connection).text();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text() throws SQLException {
    StringBuilder out =
        new StringBuilder(
            "-- The schema that the migrations make. Generated: ./gatehouse generate\n");
    try (PreparedStatement statement = connection.prepareStatement(TABLES);
        ResultSet tables = statement.executeQuery()) {
      while (tables.next()) {
        String oid = tables.getString(1);
        out.append("\ncreate table ").append(tables.getString(2)).append(" (\n");
        List<String> inside = new ArrayList<>(lines(COLUMNS, oid));
        inside.addAll(lines(CONSTRAINTS, oid));
        out.append(String.join(",\n", inside))
            .append("\n)")
            .append(tables.getString(3))
            .append(";\n");
        for (String kind : List.of(INDEXES, TRIGGERS, ROW_SECURITY)) {
          lines(kind, oid).forEach(line -> out.append(line).append('\n'));
        }
      }
    }
    lines(FUNCTIONS).forEach(function -> out.append('\n').append(function).append('\n'));
    return out.toString();
  }

  /** The first column of all rows; every parameter is the same. */
  private List<String> lines(String sql, String... parameter) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameters = statement.getParameterMetaData().getParameterCount();
      for (int i = 1; i <= parameters; i++) {
        statement.setString(i, parameter[0]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
    }
    return lines;
  }
}
