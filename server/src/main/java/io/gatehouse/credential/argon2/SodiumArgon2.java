package io.gatehouse.credential.argon2;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Argon2 by libsodium, called directly. It fills its memory outside the Java heap, for a single
 * lane, with salts of 16 bytes.
 *
 * <p>Source: <a href="https://doc.libsodium.org/password_hashing/default_phf">libsodium,
 * crypto_pwhash</a>
 */
public final class SodiumArgon2 implements Argon2 {
  private static final Logger LOG = Logger.getLogger(SodiumArgon2.class);
  private static final int SALT = 16;
  private static final int VERSION = 0x13;
  private static final int MINIMUM_MEMORY = 8;

  private final MethodHandle pwhash;

  private SodiumArgon2(MethodHandle pwhash) {
    this.pwhash = pwhash;
  }

  /** Loads the library, or answers null (and warns once) where there is none for this platform. */
  public static @Nullable SodiumArgon2 load() {
    String resource = resource();
    try {
      Path library = resource == null ? null : extract(resource);
      if (library != null) {
        try {
          return new SodiumArgon2(bind(library));
        } finally {
          library.toFile().delete();
        }
      }
      LOG.warn(
          "libsodium is not packaged for this platform: hashing a password costs twice as much");
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.warnf("libsodium does not load (%s): hashing a password costs twice as much", e);
    }
    return null;
  }

  @Override
  public boolean supports(Parameters parameters, int saltLength, int length) {
    int fewestPasses = parameters.variant() == Variant.I ? 3 : 1;
    return parameters.variant() != Variant.D
        && parameters.version() == VERSION
        && parameters.lanes() == 1
        && parameters.passes() >= fewestPasses
        && parameters.memory() >= MINIMUM_MEMORY
        && saltLength == SALT
        && length >= 16;
  }

  @Override
  public byte[] hash(Parameters parameters, byte[] password, byte[] salt, int length) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(length);
      MemorySegment secret = arena.allocate(Math.max(1, password.length));
      MemorySegment.copy(password, 0, secret, JAVA_BYTE, 0, password.length);
      int status;
      try {
        status =
            (int)
                pwhash.invokeExact(
                    out,
                    (long) length,
                    secret,
                    (long) password.length,
                    arena.allocateFrom(JAVA_BYTE, salt),
                    (long) parameters.passes(),
                    parameters.memory() * 1024L,
                    parameters.variant().number());
      } finally {
        secret.fill((byte) 0);
      }
      if (status != 0) {
        throw new IllegalStateException("libsodium could not hash: no memory left");
      }
      return out.toArray(JAVA_BYTE);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle bind(Path library) {
    Linker linker = Linker.nativeLinker();
    SymbolLookup sodium = SymbolLookup.libraryLookup(library, Arena.global());
    try {
      MethodHandle start =
          linker.downcallHandle(sodium.findOrThrow("sodium_init"), FunctionDescriptor.of(JAVA_INT));
      if ((int) start.invokeExact() < 0) {
        throw new IllegalStateException("sodium_init failed");
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    return linker.downcallHandle(
        sodium.findOrThrow("crypto_pwhash"),
        FunctionDescriptor.of(
            JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG,
            JAVA_INT));
  }

  /**
   * The library must be a file to be loaded; then the file can go, on Windows when the JVM ends.
   */
  private static @Nullable Path extract(String resource) throws IOException {
    try (InputStream packed = SodiumArgon2.class.getResourceAsStream(resource)) {
      if (packed == null) {
        return null;
      }
      Path file = Files.createTempFile("gatehouse-", resource.replaceAll(".*/", "-"));
      file.toFile().deleteOnExit();
      Files.write(file, packed.readAllBytes());
      return file;
    }
  }

  private static @Nullable String resource() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    if (system.startsWith("linux")) {
      return arm ? "/arm64/libsodium.so" : "/linux64/libsodium.so";
    }
    if (system.startsWith("mac")) {
      return arm ? "/mac_arm/libsodium.dylib" : "/mac/libsodium.dylib";
    }
    return system.startsWith("windows") && !arm ? "/windows64/libsodium.dll" : null;
  }
}
