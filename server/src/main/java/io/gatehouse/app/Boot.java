package io.gatehouse.app;

import io.gatehouse.platform.config.DataFolder;
import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.config.StartupProblem;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.db.DatabaseUrl;
import io.gatehouse.platform.postgres.Durability;
import io.gatehouse.platform.postgres.EmbeddedPostgres;
import io.gatehouse.platform.postgres.PostgresAddress;
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
  private volatile @Nullable DatabaseUrl running;
  private boolean closed;

  private Boot(Settings settings, MasterKeys masterKeys, @Nullable DataFolder folder) {
    this.settings = settings;
    this.masterKeys = masterKeys;
    this.folder = folder;
  }

  /** Takes the folder and begins to start its database. */
  static Boot with(Settings settings) {
    MasterKeys given = settings.secretVaultKek();
    if (!settings.embeddedDatabase()) {
      return become(new Boot(settings, Objects.requireNonNull(given), null));
    }
    return holding(settings, DataFolder.hold(settings.dataFolder()));
  }

  /** The same for a command, which uses the database of a running server where there is one. */
  static Boot beside(Settings settings) {
    DataFolder free =
        settings.embeddedDatabase() ? DataFolder.tryHold(settings.dataFolder()) : null;
    if (free != null) {
      return holding(settings, free);
    }
    if (!settings.embeddedDatabase()) {
      return with(settings);
    }
    PostgresAddress running = EmbeddedPostgres.runningIn(settings.dataFolder());
    MasterKeys given = settings.secretVaultKek();
    MasterKeys keys = given == null ? DataFolder.masterKeysIn(settings.dataFolder()) : given;
    if (running == null || keys == null) {
      throw new StartupProblem(
          "The server of %s is just starting or stopping; try again in a moment."
              .formatted(settings.dataFolder()));
    }
    Boot boot = new Boot(settings, keys, null);
    boot.running = running.url();
    return become(boot);
  }

  private static Boot holding(Settings settings, DataFolder held) {
    MasterKeys given = settings.secretVaultKek();
    Boot boot = new Boot(settings, given == null ? held.masterKeys() : given, held);
    Thread.ofPlatform().name("postgresql-start").start(() -> boot.startPostgres(held));
    return become(boot);
  }

  private static Boot become(Boot boot) {
    current = boot;
    return boot;
  }

  /** What {@link Main} has prepared; null when the container was started by a test. */
  static @Nullable Boot current() {
    return current;
  }

  private void startPostgres(DataFolder held) {
    try {
      postgres.complete(EmbeddedPostgres.start(held, Durability.FULL).keepAlive());
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
    DatabaseUrl url = running != null ? running : settings.dbUrl();
    if (url != null) {
      return url;
    }
    try {
      return postgres.join().shortcut();
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
