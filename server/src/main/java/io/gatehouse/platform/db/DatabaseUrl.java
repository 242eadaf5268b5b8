package io.gatehouse.platform.db;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is and who connects: made from {@code
 * postgres://user:password@host:port/database?options}.
 */
public record DatabaseUrl(String jdbcUrl, @Nullable String user, @Nullable String password) {

  /**
   * Reads the form that {@code DB_URL} has, or a JDBC URL as it is.
   *
   * @throws IllegalArgumentException with one sentence for the operator
   */
  public static DatabaseUrl parse(String text) {
    if (text.startsWith("jdbc:postgresql:")) {
      return new DatabaseUrl(text, null, null);
    }
    URI uri = parseUri(text);
    if (uri.getHost() == null
        || !("postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme()))) {
      throw refused();
    }
    String[] userInfo =
        uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String path =
        uri.getRawPath() == null || uri.getRawPath().length() < 2 ? "/postgres" : uri.getRawPath();
    return new DatabaseUrl(
        "jdbc:postgresql://"
            + uri.getHost()
            + ":"
            + (uri.getPort() < 0 ? 5432 : uri.getPort())
            + path
            + query,
        userInfo.length > 0 ? decode(userInfo[0]) : null,
        userInfo.length > 1 ? decode(userInfo[1]) : null);
  }

  @Override
  public String toString() {
    return jdbcUrl;
  }

  private static URI parseUri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw refused();
    }
  }

  private static IllegalArgumentException refused() {
    return new IllegalArgumentException(
        "DB_URL must look like postgres://user:password@host:5432/database.");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
