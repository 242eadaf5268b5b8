package io.gatehouse.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * One reason why a password is refused, as the answers list it.
 *
 * @param code {@code password_rejected.…}
 * @param interpolation values for the placeholders of the code's text, absent when it has none
 */
public record PasswordIssue(
    String code, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> interpolation) {

  static PasswordIssue of(String name) {
    return new PasswordIssue("password_rejected." + name, Map.of());
  }

  static PasswordIssue of(String name, String limit, int value) {
    return new PasswordIssue("password_rejected." + name, Map.of(limit, value));
  }
}
