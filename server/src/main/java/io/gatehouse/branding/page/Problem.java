package io.gatehouse.branding.page;

import io.gatehouse.platform.error.RequestException;
import java.util.Map;

/** Something to tell the person: a code of the error catalogue and the values of its text. */
public record Problem(String code, Map<String, ?> values) {
  public Problem {
    values = Map.copyOf(values);
  }

  public static Problem of(String code) {
    return new Problem(code, Map.of());
  }

  /** What ended the request, as the page shows it. */
  public static Problem of(RequestException exception) {
    return new Problem(exception.code().code(), exception.placeholders());
  }
}
