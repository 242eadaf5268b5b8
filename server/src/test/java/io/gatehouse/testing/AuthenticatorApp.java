package io.gatehouse.testing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody's authenticator app, whose clock is the server's.
 *
 * @param secret that was typed in or scanned
 */
public record AuthenticatorApp(String secret, InstantSource clock) {
  private static final Duration STEP = Duration.ofSeconds(30);

  /** What it shows now. */
  public String code() {
    return code(0);
  }

  /** Six digits that it shows neither now nor just before or after. */
  public String wrongCode() {
    List<String> right = List.of(code(-1), code(), code(1));
    return Stream.of("000000", "111111", "222222", "333333")
        .filter(code -> !right.contains(code))
        .findFirst()
        .orElseThrow();
  }

  private String code(int steps) {
    return Authenticator.code(secret, clock.instant().plus(STEP.multipliedBy(steps)));
  }
}
