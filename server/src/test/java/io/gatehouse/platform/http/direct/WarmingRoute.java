package io.gatehouse.platform.http.direct;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks the database the first time only, and tells which thread has answered. */
@Singleton
class WarmingRoute {
  static final String PATH = "/oidc/auth/test-of-the-short-way";
  static final String SLOW_PATH = PATH + "/slow";

  private final Db db;
  private final AtomicInteger tries = new AtomicInteger();
  private volatile boolean known;

  WarmingRoute(Db db) {
    this.db = db;
  }

  void register(@Observes DirectRoutes routes) {
    routes.add(HttpMethod.GET, PATH, this::answer, (context, body) -> true);
    routes.add(HttpMethod.GET, SLOW_PATH, this::answer);
  }

  /** Forgets everything. */
  void chill() {
    known = false;
    tries.set(0);
  }

  private Response answer(RoutingContext context, byte[] body) {
    tries.incrementAndGet();
    if (!known) {
      db.one(TenantId.DEFAULT, "select 1 as one", row -> row.text("one"));
      known = true;
    }
    String thread = Thread.currentThread().getName();
    return Response.ok(thread, "text/plain").header("Tries", tries.getAndSet(0)).build();
  }
}
