package io.gatehouse.user.device;

import org.jspecify.annotations.Nullable;

/** The browser at hand, as it calls itself, and where a proxy says that it is. */
public record Browser(@Nullable String userAgent, @Nullable String country, @Nullable String city) {
  private static final int LONGEST_AGENT = 1_000;
  private static final int LONGEST_COUNTRY = 16;

  public Browser {
    userAgent = userAgent == null ? null : cut(userAgent, LONGEST_AGENT);
    country = country == null ? null : cut(country, LONGEST_COUNTRY);
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }
}
