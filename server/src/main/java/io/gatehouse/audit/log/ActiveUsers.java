package io.gatehouse.audit.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.tenant.TenantId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Who was given an access token on which day (UTC), for the dashboard. */
@Singleton
public class ActiveUsers {
  private static final int REMEMBERED = 100_000;

  private final LogStore store;
  private final InstantSource clock;
  private final FlushQueue<Seen> queue = new FlushQueue<>("active-users", this::write);
  private final Cache<Seen, Boolean> written =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

  ActiveUsers(LogStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  private record Seen(TenantId tenant, LocalDate day, String userId)
      implements FlushQueue.OfTenant {}

  /**
   * This person was given an access token now. Costs nothing from the second time of the day on.
   */
  public void seen(TenantId tenant, String userId) {
    Seen seen = new Seen(tenant, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), userId);
    if (written.asMap().putIfAbsent(seen, true) == null) {
      queue.add(seen);
    }
  }

  /** Writes what waits, so that a reader sees what was done before. */
  public void flush() {
    queue.flush();
  }

  void start(@Observes StartupEvent started) {
    queue.start();
  }

  void stop(@Observes @Priority(FlushQueue.AFTER_ALL_WORK) ShutdownEvent stopped) {
    queue.stop();
  }

  private void write(TenantId tenant, List<Seen> batch) {
    store.insertActive(
        tenant,
        batch.stream().map(seen -> seen.day().toString()).toList(),
        batch.stream().map(Seen::userId).toList());
  }
}
