package io.gatehouse.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.config.Closing;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What requests meet on a listener of its own while the process ends; the others of the tests live
 * on.
 */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ClosingFlowTest {
  @Inject OriginPolicy origins;
  @Inject ResourceRoutes routes;
  @Inject InstantSource clock;
  @Inject Vertx vertx;

  private final Closing closing = new Closing();
  private final CompletableFuture<RoutingContext> held = new CompletableFuture<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void listen() throws Exception {
    Filters filters = new Filters();
    new HttpSurface(origins, routes, clock, closing).register(filters);
    Router router = Router.router(vertx);
    filters.getFilters().forEach(filter -> router.route().handler(filter.getHandler()));
    router.route("/slow").handler(held::complete);
    router.route().handler(context -> context.response().end("served"));
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
  }

  @AfterEach
  void close() {
    server.close();
    http.close();
  }

  @Test
  @Spec("RFC 9110 §15.6.4")
  void fromTheSignalOnNewRequestsAreRefusedAndThoseUnderWayAreFinished() throws Exception {
    assertEquals("served", http.send(get("/sign-in"), BodyHandlers.ofString()).body());
    CompletableFuture<HttpResponse<String>> slow =
        http.sendAsync(get("/slow"), BodyHandlers.ofString());
    RoutingContext context = held.get(20, TimeUnit.SECONDS);

    closing.begin();

    for (String path : List.of("/sign-in", "/oidc/token", "/oidc/jwks", "/api/roles", "/none")) {
      HttpResponse<String> refused = http.send(get(path), BodyHandlers.ofString());
      assertEquals(503, refused.statusCode(), path);
      assertEquals("1", refused.headers().firstValue("retry-after").orElse(""), path);
      assertEquals("Service Unavailable", refused.body(), path);
      assertTrue(refused.headers().firstValue(RequestId.HEADER).isPresent(), path);
    }
    assertTrue(!slow.isDone());
    context.vertx().runOnContext(ignored -> context.response().end("finished"));
    assertEquals("finished", slow.get(20, TimeUnit.SECONDS).body());
    assertEquals(200, slow.get().statusCode());
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
        .build();
  }
}
