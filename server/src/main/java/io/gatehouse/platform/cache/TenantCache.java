package io.gatehouse.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Read-mostly values of a tenant, loaded on first use and dropped when their topic changes. A load
 * that began before a drop never stores its result.
 */
public final class TenantCache<K, V> {
  /** The longest that a value lives without a change, whatever happens. */
  private static final Duration AT_MOST = Duration.ofMinutes(10);

  private final Cache<Key<K>, V> values;
  private final AtomicLong generation = new AtomicLong();

  /**
   * A cache of at most {@code size} values that forgets a tenant's values when one of the topics
   * changes.
   */
  public TenantCache(Invalidations invalidations, int size, String... topics) {
    this.values =
        Caffeine.newBuilder()
            .maximumSize(size)
            .expireAfterWrite(AT_MOST)
            .executor(Runnable::run)
            .build();
    var wanted = Set.of(topics);
    invalidations.listen(
        change -> {
          if (wanted.contains(change.topic())) {
            drop(change.tenant());
          }
        },
        this::dropAll);
  }

  private record Key<K>(TenantId tenant, K key) {}

  /** The value, loaded when it is not here. */
  public V get(TenantId tenant, K key, Supplier<V> load) {
    Key<K> at = new Key<>(tenant, key);
    V cached = values.getIfPresent(at);
    if (cached != null) {
      return cached;
    }
    long before = generation.get();
    V loaded = load.get();
    if (generation.get() == before) {
      values.put(at, loaded);
      if (generation.get() != before) {
        values.invalidate(at);
      }
    }
    return loaded;
  }

  private void drop(TenantId tenant) {
    generation.incrementAndGet();
    values.asMap().keySet().removeIf(key -> key.tenant().equals(tenant));
  }

  private void dropAll() {
    generation.incrementAndGet();
    values.invalidateAll();
  }
}
