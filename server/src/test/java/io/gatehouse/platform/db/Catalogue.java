package io.gatehouse.platform.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Questions to PostgreSQL's own catalogue, asked as the owner of the schema. */
public final class Catalogue {
  private final DatabaseUrl url;

  public Catalogue(DatabaseUrl url) {
    this.url = url;
  }

  /** Tables that hold rows of tenants, partitions among them. */
  public List<String> tenantTables() {
    return texts(
        """
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
          and a.attname = 'tenant_id' and not a.attisdropped
        order by 1
        """);
  }

  /** The first column of all rows. */
  public List<String> texts(String sql) {
    try (Connection connection = Database.connect(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
