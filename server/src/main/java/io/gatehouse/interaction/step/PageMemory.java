package io.gatehouse.interaction.step;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the hosted pages carry from one page to the next.
 *
 * @param identifier as the person typed it
 * @param resent whether another code was asked for, which the next page mentions once
 * @param social the state of the trip to a social provider that is under way
 * @param accepted whether the person has accepted the terms
 * @param asked whether the tenant's own questions were answered, or passed over
 * @param sent the latest code that has left
 * @param human whether a captcha was solved that lets one attempt through
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageMemory(
    @Nullable String identifier,
    @Nullable Boolean resent,
    @Nullable String social,
    @Nullable Boolean accepted,
    @Nullable Boolean asked,
    @Nullable Sent sent,
    @Nullable Boolean human) {
  public static final PageMemory EMPTY = new PageMemory(null, null, null, null, null, null, null);

  /**
   * A code that was sent.
   *
   * @param proof the proof that it belongs to
   * @param at in seconds since 1970
   */
  public record Sent(String proof, long at) {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** How long another one for this proof has to wait; nothing, or less, when it need not. */
    public Duration wait(String next, Instant now) {
      return next.equals(proof)
          ? Duration.between(now, Instant.ofEpochSecond(at).plus(PAUSE))
          : Duration.ZERO;
    }
  }

  public PageMemory withIdentifier(String typed) {
    return new PageMemory(typed, null, social, accepted, asked, sent, human);
  }

  public PageMemory withResent(boolean again) {
    Boolean mentioned = again ? Boolean.TRUE : null;
    return new PageMemory(identifier, mentioned, social, accepted, asked, sent, human);
  }

  public PageMemory withSocial(@Nullable String state) {
    return new PageMemory(identifier, null, state, accepted, asked, sent, human);
  }

  public PageMemory withAccepted(boolean terms) {
    Boolean agreed = terms ? Boolean.TRUE : null;
    return new PageMemory(identifier, resent, social, agreed, asked, sent, human);
  }

  /** That the tenant's own questions were answered, or passed over. */
  public PageMemory withAsked() {
    return new PageMemory(identifier, resent, social, accepted, Boolean.TRUE, sent, human);
  }

  /** That this code has left. */
  public PageMemory withSent(@Nullable Sent latest) {
    return new PageMemory(identifier, null, social, accepted, asked, latest, human);
  }

  /** That a captcha was solved for one attempt, or that the attempt has been made. */
  public PageMemory withHuman(boolean solved) {
    Boolean ticket = solved ? Boolean.TRUE : null;
    return new PageMemory(identifier, resent, social, accepted, asked, sent, ticket);
  }
}
