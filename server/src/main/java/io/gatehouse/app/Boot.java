package io.gatehouse.app;

import io.gatehouse.platform.config.Closing;
import io.gatehouse.platform.config.DataFolder;
import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.config.StartupProblem;
import io.gatehouse.platform.crypto.CryptoProvider;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.db.Database;
import io.gatehouse.platform.db.DatabaseUrl;
import io.gatehouse.platform.postgres.Durability;
import io.gatehouse.platform.postgres.EmbeddedPostgres;
import io.gatehouse.platform.postgres.PostgresAddress;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What must stand before the container serves: the settings, the data folder with its lock, the
 * master key, the database. The database is started, migrated and opened beside the container, and
 * whoever asks for it waits for it. However the process ends, the database ends last.
 */
final class Boot implements AutoCloseable {
  private static volatile @Nullable Boot current;

  private final Settings settings;
  private final MasterKeys masterKeys;
  private final @Nullable DataFolder folder;
  private final Closing closing = new Closing();
  private final Lifespan lifespan = new Lifespan(closing, this::close);
  private final CompletableFuture<EmbeddedPostgres> postgres = new CompletableFuture<>();
  private final CompletableFuture<Database> database = new CompletableFuture<>();
  private boolean closed;

  private Boot(Settings settings, MasterKeys masterKeys, @Nullable DataFolder folder) {
    this.settings = settings;
    this.masterKeys = masterKeys;
    this.folder = folder;
  }

  /** Takes the folder and begins to start its database. */
  static Boot with(Settings settings) {
    DatabaseUrl elsewhere = settings.dbUrl();
    if (elsewhere == null) {
      return holding(settings, DataFolder.hold(settings.dataFolder()));
    }
    return new Boot(settings, Objects.requireNonNull(settings.secretVaultKek()), null)
        .begin(() -> elsewhere);
  }

  /** The same for a command, which uses the database of a running server where there is one. */
  static Boot beside(Settings settings) {
    if (!settings.embeddedDatabase()) {
      return with(settings);
    }
    DataFolder free = DataFolder.tryHold(settings.dataFolder());
    if (free != null) {
      return holding(settings, free);
    }
    PostgresAddress running = EmbeddedPostgres.runningIn(settings.dataFolder());
    MasterKeys given = settings.secretVaultKek();
    MasterKeys keys = given == null ? DataFolder.masterKeysIn(settings.dataFolder()) : given;
    if (running == null || keys == null) {
      throw new StartupProblem(
          "The server of %s is just starting or stopping; try again in a moment."
              .formatted(settings.dataFolder()));
    }
    return new Boot(settings, keys, null).begin(running::url);
  }

  private static Boot holding(Settings settings, DataFolder held) {
    MasterKeys given = settings.secretVaultKek();
    Boot boot = new Boot(settings, given == null ? held.masterKeys() : given, held);
    return boot.begin(() -> boot.startPostgres(held));
  }

  /** Begins what takes long and needs no container. */
  private Boot begin(Supplier<DatabaseUrl> address) {
    current = this;
    closing.whenBegun(this::abandon);
    lifespan.begin();
    LoggerFactory.getILoggerFactory(); // it complains when two threads ask for it first at once
    Thread.ofPlatform().daemon().name("database-start").start(() -> open(address));
    Thread.ofPlatform().daemon().name("cryptography-start").start(CryptoProvider::install);
    return this;
  }

  /** What {@link Main} has prepared; null when the container was started by a test. */
  static @Nullable Boot current() {
    return current;
  }

  private void open(Supplier<DatabaseUrl> address) {
    try {
      Database opened = Wiring.open(address.get(), settings);
      if (!database.complete(opened)) {
        opened.close();
      }
    } catch (RuntimeException | Error e) {
      database.completeExceptionally(e);
    }
  }

  /**
   * A signal has come. While the database is not open nobody is served, and nothing is worth
   * waiting for: whoever waits for it is told that it will not come, and what is half made is made
   * anew by the next start.
   */
  private void abandon() {
    if (database.completeExceptionally(new IllegalStateException("the process is ending"))) {
      // A migration that is cut off is rolled back, and is no fault.
      Logger.getLogger("org.flywaydb").setLevel(Level.OFF);
      Logger.getLogger("com.zaxxer.hikari").setLevel(Level.OFF);
    }
  }

  private DatabaseUrl startPostgres(DataFolder held) {
    try {
      EmbeddedPostgres started = EmbeddedPostgres.start(held, Durability.FULL, closing).keepAlive();
      postgres.complete(started);
      return started.shortcut();
    } catch (RuntimeException | Error e) {
      postgres.completeExceptionally(e);
      throw e;
    }
  }

  Settings settings() {
    return settings;
  }

  Closing closing() {
    return closing;
  }

  MasterKeys masterKeys() {
    return masterKeys;
  }

  /** The open database; waits for it. */
  Database database() {
    try {
      return database.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** Runs the container until it has ended; a signal that ends the process waits for that. */
  void around(Runnable container) {
    lifespan.around(container);
  }

  /** Stops the database and lets the folder go. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    lifespan.end();
    if (folder != null) {
      stopPostgres();
      folder.close();
    }
  }

  private void stopPostgres() {
    EmbeddedPostgres started;
    try {
      started = postgres.join();
    } catch (CompletionException failed) {
      return; // whoever asked for it has said why
    }
    started.close();
  }
}
