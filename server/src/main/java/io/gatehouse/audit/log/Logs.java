package io.gatehouse.audit.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Masking;
import io.gatehouse.audit.Months;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.protocol.ClientIdUrl;
import io.gatehouse.tenant.TenantId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people and applications did at the provider: the log that the Management API shows. */
@Singleton
public class Logs {
  private static final String BROWSER = "userAgentParsed";

  private final LogStore store;
  private final Months months;
  private final InstantSource clock;
  private final UserAgents userAgents = new UserAgents();
  private final FlushQueue<Waiting> queue = new FlushQueue<>("logs", this::write);

  Logs(LogStore store, Months months, InstantSource clock) {
    this.store = store;
    this.months = months;
    this.clock = clock;
  }

  private record Waiting(TenantId tenant, LogEntry entry, Instant at)
      implements FlushQueue.OfTenant {}

  /**
   * Adds an entry that is written within a quarter of a second, together with others. A kill of the
   * process may lose it: for token requests and the like, never for what must be proven later.
   */
  public void append(TenantId tenant, LogEntry entry) {
    queue.add(new Waiting(tenant, entry, clock.instant()));
  }

  /** The same for an entry that is soon followed by others, so that it costs no statement alone. */
  public void appendPatiently(TenantId tenant, LogEntry entry) {
    queue.addPatiently(new Waiting(tenant, entry, clock.instant()));
  }

  /** Writes an entry in the transaction of the caller, so that both are kept or neither. */
  public void record(TenantId tenant, LogEntry entry) {
    Instant now = clock.instant();
    months.of(now);
    store.insert(tenant, List.of(row(entry, now)));
  }

  /** The entries that the filter lets through, newest first. */
  Slice<Log> list(TenantId tenant, LogFilter filter, Page page) {
    if (!filter.listsKey()) {
      return new Slice<>(List.of(), 0);
    }
    flush();
    return store.list(tenant, filter, page).map(this::withBrowser);
  }

  /** The entry of any key, or the end of the request. */
  Log get(TenantId tenant, String id) {
    flush();
    return store
        .find(tenant, id)
        .map(this::withBrowser)
        .orElseThrow(() -> EntityError.missing("logs", id));
  }

  /** What the header says of the browser is read for whoever looks, and not kept. */
  private Log withBrowser(Log log) {
    String header = log.payload().path("userAgent").asText("");
    return header.isEmpty() || log.payload().has(BROWSER)
        ? log
        : log.with(BROWSER, JsonCodec.mapper().valueToTree(userAgents.parse(header)));
  }

  /** When each of the applications was last used, of those that the log has seen. */
  List<ApplicationUse> lastUses(TenantId tenant, List<String> applicationIds) {
    flush();
    return store.lastUses(tenant, applicationIds);
  }

  /** Writes what waits, so that a reader sees what was done before. */
  void flush() {
    queue.flush();
  }

  void start(@Observes StartupEvent started) {
    months.ahead(clock.instant());
    queue.start();
  }

  void stop(@Observes @Priority(FlushQueue.AFTER_ALL_WORK) ShutdownEvent stopped) {
    queue.stop();
  }

  private void write(TenantId tenant, List<Waiting> batch) {
    months.ahead(clock.instant());
    // What waits may be of another month, where the clock has leapt meanwhile.
    batch.forEach(waiting -> months.of(waiting.at()));
    store.append(tenant, batch.stream().map(w -> row(w.entry(), w.at())).toList());
  }

  private LogStore.NewRow row(LogEntry entry, Instant at) {
    return new LogStore.NewRow(entry, payload(entry), at);
  }

  private ObjectNode payload(LogEntry entry) {
    ObjectNode payload = JsonCodec.object();
    payload.put("key", entry.key());
    payload.put("result", entry.result().name());
    put(payload, "userId", entry.userId());
    put(
        payload,
        ClientIdUrl.named(entry.applicationId()) ? "cimdClientId" : "applicationId",
        entry.applicationId());
    put(payload, "sessionId", entry.sessionId());
    put(payload, "ip", entry.ip());
    put(payload, "userAgent", entry.userAgent());
    if (!entry.params().isEmpty()) {
      payload.set("params", JsonCodec.mapper().valueToTree(entry.params()));
    }
    entry
        .extra()
        .forEach((name, value) ->
            payload.set(
                name,
                value instanceof JsonNode known ? known : JsonCodec.mapper().valueToTree(value)));
    return Masking.object(payload);
  }

  private static void put(ObjectNode payload, String name, @Nullable String value) {
    if (value != null) {
      payload.put(name, value);
    }
  }
}
