package io.gatehouse.platform.config;

import io.gatehouse.platform.crypto.MasterKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a server that keeps its own data, held by an operating-system file lock for as long
 * as this object is open. The kernel drops the lock with the process, so a killed server never
 * leaves one behind.
 */
public final class DataFolder implements AutoCloseable {
  private static final String MASTER_KEY = "secret-vault-kek";

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /** Takes the folder, making it when it is missing; refuses when another process holds it. */
  public static DataFolder hold(Path folder) {
    DataFolder held = tryHold(folder);
    if (held == null) {
      throw new StartupProblem(
          "The data folder %s is in use by another Gatehouse%s; stop that one, or set GATEHOUSE_DATA to another folder."
              .formatted(folder, holder(folder)));
    }
    return held;
  }

  /** Takes the folder, or answers null when another process holds it. */
  public static @Nullable DataFolder tryHold(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      makePrivate(absolute);
      FileChannel channel =
          FileChannel.open(
              absolute.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return null;
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
          0);
      return new DataFolder(absolute, channel, lock);
    } catch (IOException e) {
      throw new StartupProblem("The data folder %s cannot be used: %s.".formatted(absolute, e), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static String holder(Path folder) {
    try {
      return " (process " + Long.parseLong(Files.readString(folder.resolve("lock")).strip()) + ")";
    } catch (IOException | NumberFormatException unknown) {
      return "";
    }
  }

  public Path path() {
    return path;
  }

  /** The master keys of this folder; one is made at the first start. */
  public MasterKeys masterKeys() {
    String kept = read(path, MASTER_KEY);
    if (kept == null) {
      byte[] fresh = new byte[32];
      new SecureRandom().nextBytes(fresh);
      kept = Base64.getEncoder().encodeToString(fresh);
      writePrivate(MASTER_KEY, kept + "\n");
    }
    return parse(path, kept);
  }

  /** The master keys of a folder that another process holds, or null when none was made yet. */
  public static @Nullable MasterKeys masterKeysIn(Path folder) {
    String kept = read(folder, MASTER_KEY);
    return kept == null ? null : parse(folder, kept);
  }

  private static MasterKeys parse(Path folder, String kept) {
    try {
      return MasterKeys.parse(kept);
    } catch (IllegalArgumentException e) {
      throw new StartupProblem(
          "The master key in %s is damaged (%s); put the file back from a backup."
              .formatted(folder.resolve(MASTER_KEY), e.getMessage()),
          e);
    }
  }

  /**
   * Writes a file that only its owner can read, in one step: a crash leaves the old content or the
   * new.
   */
  public void writePrivate(String name, String content) {
    try {
      Path target = path.resolve(name);
      Path fresh = target.resolveSibling(target.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, ownerOnly(fresh, "rw-------"));
      try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        out.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
        out.force(true);
      }
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StartupProblem(
          "The file %s cannot be written: %s.".formatted(path.resolve(name), e), e);
    }
  }

  /** The content of a file written by {@link #writePrivate}, or null when there is none. */
  public static @Nullable String read(Path folder, String name) {
    try {
      Path file = folder.resolve(name);
      return Files.exists(file) ? Files.readString(file).strip() : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a folder that only its owner can enter, unless it is there. */
  public static void makePrivate(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = folder.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectory(folder, ownerOnly(folder, "rwx------"));
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path at, String permissions) throws IOException {
    Path parent = at.getParent();
    FileStore store = Files.getFileStore(parent == null ? at.toAbsolutePath().getRoot() : parent);
    Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
    return store.supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)}
        : new FileAttribute<?>[0];
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
