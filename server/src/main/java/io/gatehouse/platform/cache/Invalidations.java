package io.gatehouse.platform.cache;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells every node that a setting changed. {@link #changed} belongs into the transaction of the
 * change: PostgreSQL delivers the notice only when it commits, and this node drops its own copy
 * right after the commit.
 */
public final class Invalidations {
  /** The channel of LISTEN and NOTIFY. */
  static final String CHANNEL = "gatehouse_changed";

  private final Db db;
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> onDoubt = new CopyOnWriteArrayList<>();

  public Invalidations(Db db) {
    this.db = db;
  }

  /** Which setting of which tenant changed: {@code Change(default, "applications")}. */
  public record Change(TenantId tenant, String topic) {
    String payload() {
      return topic + ":" + tenant.value();
    }

    static Change parse(String payload) {
      int colon = payload.indexOf(':');
      return new Change(new TenantId(payload.substring(colon + 1)), payload.substring(0, colon));
    }
  }

  /** Announces a change of the tenant's settings named by the topic. */
  public void changed(TenantId tenant, String topic) {
    Change change = new Change(tenant, topic);
    db.query(tenant, "select pg_notify(?, ?)", row -> true, CHANNEL, change.payload());
    db.afterCommit(() -> deliver(change));
  }

  /** Registers who wants to know; called once by each cache. */
  public void listen(Consumer<Change> listener, Runnable dropAll) {
    listeners.add(listener);
    onDoubt.add(dropAll);
  }

  void deliver(Change change) {
    listeners.forEach(listener -> listener.accept(change));
  }

  /** The connection that hears of changes was lost: whatever is cached may be old. */
  void dropEverything() {
    onDoubt.forEach(Runnable::run);
  }
}
