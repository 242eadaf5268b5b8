package io.gatehouse.platform.postgres;

import io.gatehouse.platform.config.Closing;
import io.gatehouse.platform.config.DataFolder;
import io.gatehouse.platform.config.StartupProblem;
import io.gatehouse.platform.db.DatabaseUrl;
import io.gatehouse.platform.id.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL inside a data folder. Whoever holds the folder may start it: a server found
 * running there has lost its holder, and is stopped first. Its address is kept in the file {@code
 * postgres/connection}, so that the command line finds a running one.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
  private static final String USER = "gatehouse";
  private static final String DATABASE = "gatehouse";
  private static final String MAJOR =
      PostgresBinaries.VERSION.substring(0, PostgresBinaries.VERSION.indexOf('.'));
  private static final Duration STARTING = Duration.ofSeconds(60);
  private static final Duration STOPPING = Duration.ofSeconds(60);
  private static final Duration WATCH = Duration.ofMillis(500);
  private static final long LOG_LIMIT = 10_000_000;

  private final DataFolder holder;
  private final Path folder;
  private final Path data;
  private final Durability durability;
  private final PostgresPrograms programs;
  private @Nullable PostgresAddress address;
  private @Nullable Path socket;
  private int port;
  private volatile boolean closed;

  private EmbeddedPostgres(DataFolder holder, Durability durability, Closing closing)
      throws IOException {
    this.holder = holder;
    this.durability = durability;
    this.folder = holder.path().resolve("postgres");
    this.data = folder.resolve("data-" + MAJOR);
    DataFolder.makePrivate(folder);
    if (DataFolder.read(holder.path(), "postgres/password") == null) {
      holder.writePrivate("postgres/password", Ids.secret(32) + "\n");
    }
    PostgresBinaries binaries = PostgresBinaries.in(folder, closing);
    this.programs = new PostgresPrograms(binaries, Unprivileged.over(folder), folder);
    closing.whenBegun(programs::abandon);
  }

  /** Starts the PostgreSQL of the folder, whatever happens. */
  public static EmbeddedPostgres start(DataFolder folder, Durability durability) {
    return start(folder, durability, new Closing());
  }

  /**
   * Starts the PostgreSQL of the folder; initialises it first when there is none. When the process
   * ends meanwhile, that is given up.
   */
  public static EmbeddedPostgres start(DataFolder folder, Durability durability, Closing closing) {
    try {
      EmbeddedPostgres postgres = new EmbeddedPostgres(folder, durability, closing);
      postgres.initialise();
      postgres.stopOrphan();
      postgres.port = freePort();
      postgres.socket = postgres.socketFile();
      postgres.start();
      return postgres;
    } catch (IOException e) {
      throw new StartupProblem("The embedded PostgreSQL could not be started: %s.".formatted(e), e);
    }
  }

  /** Deletes the cluster of the folder, and all that is in it. */
  static void discard(DataFolder holder) throws IOException {
    EmbeddedPostgres postgres = new EmbeddedPostgres(holder, Durability.NONE, new Closing());
    postgres.stopOrphan();
    PostgresBinaries.delete(postgres.data);
  }

  /**
   * The address of the PostgreSQL that another process has started in this folder, or null when
   * none is recorded.
   */
  public static @Nullable PostgresAddress runningIn(Path dataFolder) {
    String url = DataFolder.read(dataFolder, "postgres/connection");
    String password = DataFolder.read(dataFolder, "postgres/password");
    return url == null || password == null ? null : new PostgresAddress(url, USER, password);
  }

  /**
   * From now on starts it again at the same address whenever it has died; what was committed is
   * there.
   */
  public EmbeddedPostgres keepAlive() {
    Thread.ofPlatform().daemon().name("postgresql-watch").start(this::watch);
    return this;
  }

  private void watch() {
    while (slept(WATCH)) {
      try {
        startIfDead();
      } catch (IOException | RuntimeException e) {
        LOG.warnf("The embedded PostgreSQL does not start yet: %s", e.getMessage());
      }
    }
  }

  private synchronized void startIfDead() throws IOException {
    PidFile found = PidFile.read(data);
    if (!closed && (found == null || !found.isRunning())) {
      LOG.warn("The embedded PostgreSQL has died and is started again.");
      start();
    }
  }

  public PostgresAddress address() {
    return Objects.requireNonNull(address);
  }

  /**
   * The way in for the server that holds the folder: by the socket in it, which costs less than
   * TCP. What waits there may wait for as long as it likes, as nothing gets lost on the way.
   */
  public DatabaseUrl shortcut() {
    DatabaseUrl url = address().url();
    return socket == null ? url : UnixSockets.through(socket, url);
  }

  /** Makes the cluster beside and moves it into place, so that a folder that exists is whole. */
  private void initialise() throws IOException {
    if (Files.exists(data)) {
      return;
    }
    Path fresh = folder.resolve("data.initialising");
    PostgresBinaries.delete(fresh);
    List<String> command = new ArrayList<>(List.of("-D", fresh.toString(), "-U", USER));
    command.addAll(
        List.of(
            "--pwfile=" + folder.resolve("password"), "--auth=scram-sha-256", "--no-instructions"));
    command.addAll(
        List.of(
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8"));
    if (durability == Durability.NONE) {
      command.add("--no-sync");
    }
    programs.run("initdb", command, "");
    programs.run(
        "postgres",
        List.of("--single", "-D", fresh.toString(), "postgres"),
        // The password is random: to guess it slowly gains nothing, and costs each new connection.
        "CREATE DATABASE "
            + DATABASE
            + "\nSET scram_iterations = 1\nALTER ROLE "
            + USER
            + " PASSWORD '"
            + DataFolder.read(holder.path(), "postgres/password")
            + "'\n");
    Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * The lock is ours, so a server that runs in this folder belongs to a process that was killed.
   */
  private void stopOrphan() throws IOException {
    PidFile found = PidFile.read(data);
    if (found != null && found.isRunning()) {
      stop();
    }
  }

  private void start() throws IOException {
    Path log = folder.resolve("server.log");
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Files.move(log, folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    PidFile stale = PidFile.read(data);
    Process starter =
        programs.begin(
            "pg_ctl",
            List.of(
                "start",
                "-w",
                "-t",
                seconds(STARTING),
                "-s",
                "-D",
                data.toString(),
                "-l",
                log.toString(),
                "-o",
                options()));
    try {
      awaitReady(starter, stale, log);
    } catch (StartupProblem problem) {
      stopOrphan(); // what was interrupted may have left it half way
      throw problem;
    }
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    holder.writePrivate("postgres/connection", url + "\n");
    String password = Objects.requireNonNull(DataFolder.read(holder.path(), "postgres/password"));
    address = new PostgresAddress(url, USER, password);
  }

  private @Nullable Path socketFile() {
    return UnixSockets.in(folder) ? folder.resolve(".s.PGSQL." + port) : null;
  }

  /** {@code pg_ctl} looks ten times a second; the status line of the pid file says it at once. */
  private void awaitReady(Process starter, @Nullable PidFile stale, Path log) throws IOException {
    while (true) {
      PidFile now = PidFile.read(data);
      if (now != null && now.isReady() && !now.equals(stale)) {
        return;
      }
      if (!starter.isAlive() && starter.exitValue() != 0) {
        throw new StartupProblem(
            "The embedded PostgreSQL did not start: %s (its log is %s)."
                .formatted(lastLine(log), log));
      }
      pause();
    }
  }

  private String options() {
    List<String> settings = new ArrayList<>();
    settings.add("listen_addresses=127.0.0.1");
    // Seen from the cluster's folder: the folder above, which nobody else can enter.
    settings.add("unix_socket_directories=" + (socket == null ? "" : ".."));
    settings.add("unix_socket_permissions=0700");
    settings.add("port=" + port);
    settings.add("io_method=sync");
    settings.add("jit=off");
    settings.add("log_checkpoints=off");
    settings.addAll(durability.settings());
    return "-c " + String.join(" -c ", settings);
  }

  private void stop() throws IOException {
    programs.runAnyway(
        "pg_ctl",
        List.of("stop", "-w", "-t", seconds(STOPPING), "-s", "-m", "fast", "-D", data.toString()));
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static String lastLine(Path log) throws IOException {
    List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
    return lines.isEmpty() ? "no reason given" : lines.getLast();
  }

  private boolean slept(Duration time) {
    try {
      Thread.sleep(time);
      return !closed;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartupProblem("Interrupted while PostgreSQL was starting.", e);
    }
  }

  /** Ends it cleanly: open transactions are rolled back, everything committed is on disk. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      Files.deleteIfExists(folder.resolve("connection"));
      PidFile found = PidFile.read(data);
      if (found != null && found.isRunning()) {
        stop();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
