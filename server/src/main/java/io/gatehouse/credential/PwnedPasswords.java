package io.gatehouse.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks Have I Been Pwned without telling it the password: only the first five hexadecimal digits of
 * its SHA-1 leave the server. The look-up waits a second at most, and is left alone for a while
 * after repeated failures; a password that cannot be looked up is accepted, and counted.
 *
 * <p>Source: <a href="https://haveibeenpwned.com/API/v3#PwnedPasswords">Pwned Passwords, searching
 * by range</a>
 */
public final class PwnedPasswords implements BreachedPasswords {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int FAILURES_BEFORE_PAUSE = 5;
  private static final int PREFIX = 5;

  private final Ranges ranges;
  private final InstantSource clock;
  private final Counter skipped;
  private int failures;
  private Instant resumes = Instant.MIN;

  /**
   * Fetches {@code https://api.pwnedpasswords.com/range/<prefix>}, best with the header {@code
   * Add-Padding: true}.
   */
  @FunctionalInterface
  public interface Ranges {
    /** The body of the answer; throws when the status is not 200. */
    String fetch(String prefix) throws IOException, InterruptedException;
  }

  public PwnedPasswords(Ranges ranges, InstantSource clock, MeterRegistry metrics) {
    this.ranges = ranges;
    this.clock = clock;
    this.skipped =
        Counter.builder("gatehouse.password.breach.skipped")
            .description("Passwords accepted without a look-up, as it failed or was too slow")
            .register(metrics);
  }

  @Override
  public boolean contains(String password) {
    if (isPaused()) {
      skipped.increment();
      return false;
    }
    String hash = sha1(password);
    FutureTask<String> answer = new FutureTask<>(() -> ranges.fetch(hash.substring(0, PREFIX)));
    Thread asking = Thread.ofVirtual().name("breach-look-up").start(answer);
    try {
      String lines = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      succeeded();
      return lists(lines, hash.substring(PREFIX));
    } catch (ExecutionException | TimeoutException e) {
      failed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      asking.interrupt();
    }
    skipped.increment();
    return false;
  }

  /** Lines are {@code <rest of the hash>:<count>}; a count of 0 is padding. */
  private static boolean lists(String lines, String suffix) {
    return lines
        .lines()
        .map(String::strip)
        .anyMatch(line ->
            line.length() > suffix.length() + 1
                && line.regionMatches(true, 0, suffix, 0, suffix.length())
                && line.charAt(suffix.length()) == ':'
                && !line.substring(suffix.length() + 1).equals("0"));
  }

  /** After the pause one request may try; its failure starts the next pause. */
  private synchronized boolean isPaused() {
    if (failures < FAILURES_BEFORE_PAUSE) {
      return false;
    }
    Instant now = clock.instant();
    if (now.isBefore(resumes)) {
      return true;
    }
    resumes = now.plus(PAUSE);
    return false;
  }

  private synchronized void succeeded() {
    failures = 0;
  }

  private synchronized void failed() {
    failures++;
    resumes = clock.instant().plus(PAUSE);
  }

  private static String sha1(String password) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(UTF_8));
      return HexFormat.of().withUpperCase().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
