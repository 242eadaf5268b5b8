package io.gatehouse.platform.http.direct;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.SharedLookup;
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
  static final String SHARED_PATH = PATH + "/shared";
  static final String DEFECT_PATH = PATH + "/defect";

  private final Db db;
  private final SharedLookup<String> lookup;
  private final AtomicInteger tries = new AtomicInteger();
  private volatile boolean known;

  WarmingRoute(Db db) {
    this.db = db;
    this.lookup =
        new SharedLookup<>((tenant, hashes) ->
            db.query(
                tenant,
                "select place, encode(hash, 'hex') as hash from unnest(?::bytea[]) with ordinality as asked(hash, place)",
                row -> new SharedLookup.Found<>(row.integer("place"), row.text("hash")),
                (Object) hashes));
  }

  void register(@Observes DirectRoutes routes) {
    routes.add(HttpMethod.GET, PATH, this::answer, (context, body) -> true);
    routes.add(HttpMethod.GET, SLOW_PATH, this::answer);
    routes.add(HttpMethod.GET, SHARED_PATH, this::shared, (context, body) -> true);
    routes.add(HttpMethod.GET, DEFECT_PATH, WarmingRoute::fail);
  }

  /** Forgets everything. */
  void chill() {
    known = false;
    tries.set(0);
  }

  /** Needs the answers to two look-ups that are made together with others'. */
  private Response shared(RoutingContext context, byte[] body) {
    tries.incrementAndGet();
    String asked = lookup.find(TenantId.DEFAULT, new byte[] {1}).orElseThrow();
    asked += lookup.find(TenantId.DEFAULT, new byte[] {2}).orElseThrow();
    String thread = Thread.currentThread().getName();
    return Response.ok(asked + thread, "text/plain").header("Tries", tries.getAndSet(0)).build();
  }

  private static Response fail(RoutingContext context, byte[] body) {
    throw new IllegalStateException("a defect, as there are");
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
