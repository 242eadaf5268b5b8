package io.gatehouse.platform.postgres;

import io.gatehouse.platform.config.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one PostgreSQL that all tests of a JVM share: started at the first use, in {@code
 * target/test-postgres}, and stopped with the JVM. Its cluster is made anew each time and its
 * durability is off, which tests of rules do not need and pay for.
 *
 * <p>{@code -Dgatehouse.test.postgres=<folder>} keeps the cluster in that folder, for whoever tries
 * one thing after another on rows that take minutes to load.
 */
public final class TestPostgres {
  private static final @Nullable String KEPT = System.getProperty("gatehouse.test.postgres");

  private TestPostgres() {}

  /** The folder whose cluster outlives the JVM, if one was named. */
  public static Optional<Path> kept() {
    return Optional.ofNullable(KEPT).map(Path::of);
  }

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
      DataFolder folder = kept().map(DataFolder::hold).orElseGet(Started::fresh);
      EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.NONE);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                postgres.close();
                folder.close();
              }));
      return postgres;
    }

    private static DataFolder fresh() {
      DataFolder folder = firstFree();
      try {
        EmbeddedPostgres.discard(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return folder;
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
