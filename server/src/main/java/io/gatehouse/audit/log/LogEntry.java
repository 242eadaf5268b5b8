package io.gatehouse.audit.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person or an application did at the provider, for the log. Cheap to make:
 * nothing of it is written, parsed or masked before the log is flushed.
 *
 * @param key what happened, such as {@code ExchangeTokenBy.AuthorizationCode}
 * @param params what the request carried; secrets in it are masked
 * @param extra further members of the payload, such as {@code error}
 */
public record LogEntry(
    String key,
    Result result,
    @Nullable String userId,
    @Nullable String applicationId,
    @Nullable String sessionId,
    @Nullable String ip,
    @Nullable String userAgent,
    Map<String, ?> params,
    Map<String, ?> extra) {

  /** How it ended; the names are those of the API. */
  public enum Result {
    Success,
    Error
  }

  /** A success of which nothing more is known yet. */
  public static LogEntry of(String key) {
    return new LogEntry(key, Result.Success, null, null, null, null, null, Map.of(), Map.of());
  }

  /** Who did it; any of the three may be unknown. */
  public LogEntry by(
      @Nullable String userId, @Nullable String applicationId, @Nullable String sessionId) {
    return new LogEntry(
        key, result, userId, applicationId, sessionId, ip, userAgent, params, extra);
  }

  /** Where the request came from. */
  public LogEntry from(@Nullable String ip, @Nullable String userAgent) {
    return new LogEntry(
        key, result, userId, applicationId, sessionId, ip, userAgent, params, extra);
  }

  /** What the request carried. */
  public LogEntry params(Map<String, ?> params) {
    return new LogEntry(
        key, result, userId, applicationId, sessionId, ip, userAgent, params, extra);
  }

  /** With one more member of the payload. */
  public LogEntry with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(extra);
    more.put(name, value);
    return new LogEntry(key, result, userId, applicationId, sessionId, ip, userAgent, params, more);
  }

  /** The same thing, failed; {@code error} is a text, or an object that becomes JSON. */
  public LogEntry failed(Object error) {
    Map<String, Object> more = new LinkedHashMap<>(extra);
    more.put("error", error);
    return new LogEntry(
        key, Result.Error, userId, applicationId, sessionId, ip, userAgent, params, more);
  }
}
