package io.gatehouse.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.credential.argon2.Argon2;
import io.gatehouse.credential.argon2.Argon2.Parameters;
import io.gatehouse.credential.argon2.Argon2.Variant;
import io.gatehouse.credential.argon2.Argon2Text;
import io.gatehouse.credential.argon2.BouncyArgon2;
import io.gatehouse.credential.argon2.SodiumArgon2;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.id.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.jspecify.annotations.Nullable;

/**
 * Hashes new passwords and verifies presented ones. A wrong password, an unknown user and a user
 * without a password take as long as one another: what is missing is made up with a decoy.
 */
@Singleton
public final class PasswordHasher {
  /** OWASP's recommendation for Argon2id: 19 MiB, two passes, one lane. */
  private static final Parameters CURRENT = new Parameters(Variant.ID, 0x13, 19 * 1024, 2, 1);

  /** A cost over 16 would take seconds, and is nobody's. */
  private static final Pattern BCRYPT =
      Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-6])\\$[./A-Za-z0-9]{53}");

  private static final int SALT = 16;
  private static final int LENGTH = 32;
  private static final int QUEUED_PER_THREAD = 64;

  private final HashingThreads threads;
  private final Argon2 complete = new BouncyArgon2();
  private final byte[] decoySalt = Ids.bytes(SALT);

  @Inject
  PasswordHasher(MeterRegistry metrics) {
    this(threads(Runtime.getRuntime().availableProcessors(), metrics));
  }

  PasswordHasher(HashingThreads threads) {
    this.threads = threads;
  }

  /** Hashes a new password. */
  public PasswordHash hash(String password) {
    return threads.run(() -> {
      byte[] salt = Ids.bytes(SALT);
      byte[] hash = argon2(CURRENT, password, salt, LENGTH);
      return new PasswordHash(HashMethod.ARGON2ID, new Argon2Text(CURRENT, salt, hash).toString());
    });
  }

  /**
   * Whether {@code password} is the stored one; null stands for a user or a password that does not
   * exist.
   */
  public Verification verify(@Nullable PasswordHash stored, String password) {
    return threads.run(() -> check(stored, password));
  }

  @PreDestroy
  void close() {
    threads.close();
  }

  private Verification check(@Nullable PasswordHash stored, String password) {
    if (stored == null) {
      return decoy(password);
    }
    return switch (stored.method()) {
      case ARGON2I, ARGON2ID, ARGON2D -> checkArgon2(stored.digest(), password);
      case SHA1 -> imported(sameDigest("SHA-1", stored.digest(), password), password);
      case SHA256 -> imported(sameDigest("SHA-256", stored.digest(), password), password);
      case MD5 -> imported(sameDigest("MD5", stored.digest(), password), password);
      case BCRYPT -> imported(bcrypt(stored.digest(), password), password);
      case LEGACY -> imported(legacy(stored.digest(), password), password);
    };
  }

  private Verification checkArgon2(String digest, String password) {
    Argon2Text text = Argon2Text.parse(digest);
    if (text == null) {
      return decoy(password);
    }
    byte[] hash = argon2(text.parameters(), password, text.salt(), text.hash().length);
    boolean matches = MessageDigest.isEqual(hash, text.hash());
    return new Verification(matches, matches && isWeak(text.parameters()));
  }

  /**
   * The right password answers at once; a wrong one must not tell by its speed that this user was
   * imported.
   */
  private Verification imported(boolean matches, String password) {
    return matches ? new Verification(true, true) : decoy(password);
  }

  private Verification decoy(String password) {
    argon2(CURRENT, password, decoySalt, LENGTH);
    return Verification.WRONG;
  }

  private byte[] argon2(Parameters parameters, String password, byte[] salt, int length) {
    Argon2 quick = Native.LIBRARY;
    Argon2 implementation =
        quick != null && quick.supports(parameters, salt.length, length) ? quick : complete;
    return implementation.hash(parameters, password.getBytes(UTF_8), salt, length);
  }

  private static boolean isWeak(Parameters parameters) {
    return parameters.variant() != Variant.ID
        || parameters.version() < CURRENT.version()
        || parameters.memory() < CURRENT.memory()
        || parameters.passes() < CURRENT.passes();
  }

  private static boolean bcrypt(String digest, String password) {
    try {
      return BCRYPT.matcher(digest).matches()
          && OpenBSDBCrypt.checkPassword(digest, password.getBytes(UTF_8));
    } catch (RuntimeException notBcrypt) {
      return false;
    }
  }

  private static boolean legacy(String digest, String password) {
    try {
      return LegacyDigest.parse(digest).matches(password);
    } catch (RequestException notLegacy) {
      return false;
    }
  }

  /** The stored form is lower-case hexadecimal. */
  private static boolean sameDigest(String algorithm, String digest, String password) {
    try {
      byte[] computed = MessageDigest.getInstance(algorithm).digest(password.getBytes(UTF_8));
      return Digests.equal(HexFormat.of().formatHex(computed), digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HashingThreads threads(int cores, MeterRegistry metrics) {
    return new HashingThreads(cores, cores * QUEUED_PER_THREAD, metrics);
  }

  /**
   * Loaded with the first password: a third of a second that the start of the server need not
   * spend.
   */
  private static final class Native {
    static final @Nullable Argon2 LIBRARY = SodiumArgon2.load();
  }
}
