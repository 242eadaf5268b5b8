package io.gatehouse.interaction.step;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the hosted pages carry from one page to the next.
 *
 * @param identifier as the person typed it
 * @param resent whether another code was asked for, which the next page mentions once
 * @param social the state of the trip to a social provider that is under way
 * @param accepted whether the person has accepted the terms
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageMemory(
    @Nullable String identifier,
    @Nullable Boolean resent,
    @Nullable String social,
    @Nullable Boolean accepted,
    @Nullable Boolean asked) {
  public static final PageMemory EMPTY = new PageMemory(null, null, null, null, null);

  public PageMemory withIdentifier(String typed) {
    return new PageMemory(typed, null, social, accepted, asked);
  }

  public PageMemory withResent(boolean again) {
    return new PageMemory(identifier, again ? Boolean.TRUE : null, social, accepted, asked);
  }

  public PageMemory withSocial(@Nullable String state) {
    return new PageMemory(identifier, null, state, accepted, asked);
  }

  public PageMemory withAccepted(boolean terms) {
    return new PageMemory(identifier, resent, social, terms ? Boolean.TRUE : null, asked);
  }

  /** That the tenant's own questions were answered, or passed over. */
  public PageMemory withAsked() {
    return new PageMemory(identifier, resent, social, accepted, Boolean.TRUE);
  }
}
