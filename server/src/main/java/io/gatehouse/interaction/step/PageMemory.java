package io.gatehouse.interaction.step;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the hosted pages carry from one page to the next.
 *
 * @param identifier as the person typed it
 * @param resent whether another code was asked for, which the next page mentions once
 * @param social the state of the trip to a social provider that is under way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageMemory(
    @Nullable String identifier, @Nullable Boolean resent, @Nullable String social) {
  public static final PageMemory EMPTY = new PageMemory(null, null, null);

  public PageMemory withIdentifier(String typed) {
    return new PageMemory(typed, null, social);
  }

  public PageMemory withResent(boolean again) {
    return new PageMemory(identifier, again ? Boolean.TRUE : null, social);
  }

  public PageMemory withSocial(@Nullable String state) {
    return new PageMemory(identifier, null, state);
  }
}
