package io.gatehouse.platform.postgres;

import io.gatehouse.platform.config.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The one PostgreSQL that all tests of a JVM share: started at the first use, in {@code
 * target/test-postgres}, and stopped with the JVM. Its cluster is made anew each time and its
 * durability is off, which tests of rules do not need and pay for.
 */
public final class TestPostgres {
  private TestPostgres() {}

  /**
   * The superuser's way into the empty database {@code gatehouse}; other databases by {@link
   * PostgresAddress#database}.
   */
  public static PostgresAddress admin() {
    return Started.POSTGRES.address();
  }

  public static String adminUrl() {
    return admin().jdbcUrl();
  }

  public static String user() {
    return admin().user();
  }

  public static String password() {
    return admin().password();
  }

  private static final class Started {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      DataFolder folder = firstFree();
      try {
        EmbeddedPostgres.discard(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.NONE);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                postgres.close();
                folder.close();
              }));
      return postgres;
    }

    /** Two test runs at once take two folders. */
    private static DataFolder firstFree() {
      for (int i = 1; ; i++) {
        DataFolder folder = DataFolder.tryHold(Path.of("target", "test-postgres-" + i));
        if (folder != null) {
          return folder;
        }
      }
    }
  }
}
