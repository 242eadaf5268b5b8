package io.gatehouse.application.metadata;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** How an application introduces itself to people, in one language. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Introduction(
    @Nullable String name,
    @Nullable String logo,
    @Nullable String terms,
    @Nullable String privacy) {
  static final Introduction NONE = new Introduction(null, null, null, null);

  /** This, with the other where it says nothing. */
  Introduction over(Introduction other) {
    return new Introduction(
        or(name, other.name),
        or(logo, other.logo),
        or(terms, other.terms),
        or(privacy, other.privacy));
  }

  private static @Nullable String or(@Nullable String own, @Nullable String other) {
    return own == null ? other : own;
  }
}
