package io.gatehouse.app;

import io.gatehouse.platform.config.DataFolder;
import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.config.StartupProblem;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.db.DatabaseUrl;
import io.gatehouse.platform.postgres.Durability;
import io.gatehouse.platform.postgres.EmbeddedPostgres;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What must stand before the container starts: the settings, the data folder with its lock, the
 * master key, the database. The embedded PostgreSQL starts beside the container, and whoever asks
 * for its address waits for it.
 */
final class Boot implements AutoCloseable {
  private static volatile @Nullable Boot current;

  private final Settings settings;
  private final MasterKeys masterKeys;
  private final @Nullable DataFolder folder;
  private final CompletableFuture<EmbeddedPostgres> postgres = new CompletableFuture<>();
  private boolean closed;

  private Boot(Settings settings) {
    this.settings = settings;
    MasterKeys given = settings.secretVaultKek();
    if (settings.embeddedDatabase()) {
      DataFolder held = DataFolder.hold(settings.dataFolder());
      folder = held;
      masterKeys = given == null ? held.masterKeys() : given;
      Thread.ofPlatform().name("postgresql-start").start(() -> startPostgres(held));
    } else {
      folder = null;
      masterKeys = Objects.requireNonNull(given);
    }
  }

  /** Takes the folder and begins to start its database. */
  static Boot with(Settings settings) {
    Boot boot = new Boot(settings);
    current = boot;
    return boot;
  }

  /** What {@link Main} has prepared; null when the container was started by a test. */
  static @Nullable Boot current() {
    return current;
  }

  private void startPostgres(DataFolder held) {
    try {
      postgres.complete(EmbeddedPostgres.start(held, Durability.FULL));
    } catch (RuntimeException | Error e) {
      postgres.completeExceptionally(e);
    }
  }

  Settings settings() {
    return settings;
  }

  MasterKeys masterKeys() {
    return masterKeys;
  }

  /** Where the database is; waits for the embedded one. */
  DatabaseUrl database() {
    DatabaseUrl url = settings.dbUrl();
    if (url != null) {
      return url;
    }
    try {
      return postgres.join().address().url();
    } catch (CompletionException e) {
      StartupProblem problem = StartupProblem.behind(e);
      throw problem != null ? problem : e;
    }
  }

  /** Stops the database and lets the folder go. */
  @Override
  public synchronized void close() {
    if (closed || folder == null) {
      return;
    }
    closed = true;
    if (!postgres.isCompletedExceptionally()) {
      postgres.join().close();
    }
    folder.close();
  }
}
