package io.gatehouse.domain;

import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.config.Settings;
import io.gatehouse.tenant.HostNames;
import io.gatehouse.tenant.Tenant;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Which tenant a host name serves: all of it in memory, since every request asks, also on the event
 * loop. A change is read in the background.
 */
@Singleton
class DomainHosts implements HostNames {
  private static final Logger LOG = Logger.getLogger(DomainHosts.class);
  private static final int AFTER_MIGRATIONS = 300;

  private final DomainStore store;
  private final Settings settings;
  private final ReentrantLock loading = new ReentrantLock();
  private volatile Map<String, Served> hosts = Map.of();
  private boolean stopped;

  /** What a name serves. */
  record Served(Tenant tenant, List<VerificationFile> files) {}

  DomainHosts(DomainStore store, Settings settings, Invalidations invalidations) {
    this.store = store;
    this.settings = settings;
    invalidations.listen(
        change -> {
          if (change.topic().equals(Domains.TOPIC)) {
            loadSoon();
          }
        },
        this::loadSoon);
  }

  @Override
  public Optional<Tenant> tenant(String host) {
    return served(host).map(Served::tenant);
  }

  Optional<Served> served(String host) {
    return hosts.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(hosts.get(host.toLowerCase(Locale.ROOT)));
  }

  void start(@Observes @Priority(AFTER_MIGRATIONS) StartupEvent started) {
    load();
  }

  /** Waits for what is being read, before the database ends. */
  void stop(@Observes ShutdownEvent stopping) {
    loading.lock();
    stopped = true;
    loading.unlock();
  }

  private void loadSoon() {
    Thread.ofVirtual().name("domains").start(this::load);
  }

  private void load() {
    loading.lock();
    try {
      if (stopped) {
        return;
      }
      Map<String, Served> loaded = new HashMap<>();
      for (DomainStore.Host host : store.hosts()) {
        loaded.put(
            host.name(),
            new Served(new Tenant(host.tenant(), endpoint(host.name())), host.files()));
      }
      hosts = Map.copyOf(loaded);
    } catch (RuntimeException e) {
      LOG.warnf("domains stay as they were: %s", e.getMessage());
    } finally {
      loading.unlock();
    }
  }

  /** As the core's endpoint, with the other name. */
  private URI endpoint(String host) {
    URI core = settings.endpoint();
    String port = core.getPort() < 0 ? "" : ":" + core.getPort();
    return URI.create(core.getScheme() + "://" + host + port);
  }
}
