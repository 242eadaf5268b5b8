package io.gatehouse.script;

import io.gatehouse.platform.error.ErrorCode;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.sandbox.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What scripts can fail with. */
enum ScriptError implements ErrorCode {
  CUSTOMIZER("jwt_customizer.general", 422),
  CUSTOMIZER_DENIED("jwt_customizer.general", 403),
  ACTION("action.general", 422);

  private final String code;
  private final int status;

  ScriptError(String code, int status) {
    this.code = code;
    this.status = status;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return status;
  }

  /** A customizer that was tried has failed. */
  static RequestException customizer(Outcome.Failed failed) {
    return new RequestException(
        CUSTOMIZER, Map.of(), Map.of("message", failed.message(), "error", told(failed)), null);
  }

  /** A customizer that was tried has refused the token. */
  static RequestException denied(String message) {
    Map<String, String> error = new LinkedHashMap<>();
    error.put("code", "AccessDenied");
    error.put("message", message);
    return new RequestException(
        CUSTOMIZER_DENIED, Map.of(), Map.of("message", message, "error", error), null);
  }

  /** An action that was tried has failed. */
  static RequestException action(Outcome.Failed failed) {
    return new RequestException(
        ACTION,
        Map.of(),
        Map.of("message", failed.message(), "errors", List.of(told(failed))),
        null);
  }

  /** What its author needs to find the mistake. */
  private static Map<String, String> told(Outcome.Failed failed) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("name", failed.name());
    told.put("message", failed.message());
    if (!failed.stack().isEmpty()) {
      told.put("stack", failed.stack());
    }
    return told;
  }
}
