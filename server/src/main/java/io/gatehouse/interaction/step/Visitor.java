package io.gatehouse.interaction.step;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of the request.
 *
 * @param languages most wanted first, as BCP 47 tags
 */
public record Visitor(@Nullable String ip, @Nullable String userAgent, List<String> languages) {
  public Visitor {
    languages = List.copyOf(languages);
  }
}
