package io.gatehouse.platform.postgres;

import io.gatehouse.platform.db.DatabaseUrl;

/** Where a PostgreSQL database is, and as whom to enter it. */
public record PostgresAddress(String jdbcUrl, String user, String password) {

  /** The same server and user, another database. */
  public PostgresAddress database(String name) {
    int query = jdbcUrl.indexOf('?');
    String head = query < 0 ? jdbcUrl : jdbcUrl.substring(0, query);
    String tail = query < 0 ? "" : jdbcUrl.substring(query);
    return new PostgresAddress(
        head.substring(0, head.lastIndexOf('/') + 1) + name + tail, user, password);
  }

  /** The same, in the form that the connection pool takes. */
  public DatabaseUrl url() {
    return new DatabaseUrl(jdbcUrl, user, password);
  }

  /** Leaves the password out, so that it never reaches a log. */
  @Override
  public String toString() {
    return user + "@" + jdbcUrl;
  }
}
