package io.gatehouse.guard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When an identifier is locked, in the shape of the sign-in settings; what is absent stays absent
 * when stored.
 *
 * @param maxAttempts failures within an hour that lock it; 100 unless set
 * @param lockoutDuration for how many minutes; 60 unless set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LockoutPolicy(@Nullable Integer maxAttempts, @Nullable Integer lockoutDuration) {
  /** The policy of a tenant that has set nothing. */
  public static final LockoutPolicy STANDARD = new LockoutPolicy(null, null);

  private static final int ATTEMPTS = 100;
  private static final int MINUTES = 60;

  int attempts() {
    return maxAttempts == null ? ATTEMPTS : maxAttempts;
  }

  Duration duration() {
    return Duration.ofMinutes(lockoutDuration == null ? MINUTES : lockoutDuration);
  }
}
