package io.gatehouse.hook;

import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of events.
 *
 * @param event counts only while {@code events} is empty
 * @param signingKey signs what it is sent
 */
public record Hook(
    TenantId tenantId,
    String id,
    String name,
    @Nullable HookEvent event,
    List<HookEvent> events,
    HookConfig config,
    String signingKey,
    boolean enabled,
    Instant createdAt) {
  public Hook {
    events = List.copyOf(events);
  }

  /** As the audit shows it: without the key and the values of headers. */
  Map<String, Object> audited() {
    Map<String, String> headers = config.headers() == null ? Map.of() : config.headers();
    return Map.of(
        "name",
        name,
        "events",
        events.isEmpty() && event != null ? List.of(event) : events,
        "url",
        config.url(),
        "headers",
        headers.keySet().stream().sorted().toList(),
        "enabled",
        enabled);
  }
}
