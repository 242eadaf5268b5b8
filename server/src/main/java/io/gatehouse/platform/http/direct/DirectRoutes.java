package io.gatehouse.platform.http.direct;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.http.Failures;
import io.gatehouse.platform.http.RequestId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiPredicate;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The few endpoints that carry most of the load. They are chosen by their whole path and answered
 * without the framework's chain of handlers: the body is read on the event loop, and the endpoint
 * runs on a thread of its own, or at once on the event loop where it finds all it needs in memory.
 * Everything that happens to other requests before a resource is chosen, and to their answers,
 * happens to these.
 */
@Singleton
public final class DirectRoutes {
  /** After the surfaces' own filters. */
  private static final int LATE = 800;

  private static final byte[] NONE = {};

  private final Failures failures;
  private final Event<DirectRoutes> collecting;
  private final Map<String, Map<HttpMethod, Route>> routes = new HashMap<>();
  private final Executor threads = new RequestThreads();

  DirectRoutes(Failures failures, Event<DirectRoutes> collecting) {
    this.failures = failures;
    this.collecting = collecting;
  }

  /** What answers: a resource's method that reads its body as it came. */
  @FunctionalInterface
  public interface Endpoint {
    Response answer(RoutingContext context, byte[] body);
  }

  /** Tells of a request whether memory may be enough for it. */
  @FunctionalInterface
  public interface Hint extends BiPredicate<RoutingContext, byte[]> {}

  private record Route(Endpoint endpoint, Hint inMemory) {}

  /** An endpoint that asks the database. A GET answers HEAD too. */
  public void add(HttpMethod method, String path, Endpoint endpoint) {
    add(method, path, endpoint, (context, body) -> false);
  }

  /**
   * An endpoint that often needs no database. It is tried on the event loop when the hint says so,
   * and begun anew on another thread when it asks for the database after all; until then it must
   * not have done anything.
   */
  public void add(HttpMethod method, String path, Endpoint endpoint, Hint inMemory) {
    Map<HttpMethod, Route> methods = routes.computeIfAbsent(path, p -> new HashMap<>());
    Route route = new Route(endpoint, inMemory);
    methods.put(method, route);
    if (method.equals(HttpMethod.GET)) {
      methods.put(HttpMethod.HEAD, route);
    }
  }

  void register(@Observes Filters filters) {
    collecting.fire(this);
    filters.register(this::handle, LATE);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    Map<HttpMethod, Route> methods = at(request.path());
    Route route = methods == null ? null : methods.get(request.method());
    if (route == null) {
      context.next();
    } else if (request.method().equals(HttpMethod.POST)) {
      SmallBody.read(request, body -> choose(context, route, body));
    } else {
      choose(context, route, NONE);
    }
  }

  /** As everywhere, a slash at the end makes no difference. */
  private @Nullable Map<HttpMethod, Route> at(String path) {
    Map<HttpMethod, Route> found = routes.get(path);
    return found == null && path.endsWith("/")
        ? routes.get(path.substring(0, path.length() - 1))
        : found;
  }

  private void choose(RoutingContext context, Route route, byte[] body) {
    if (route.inMemory.test(context, body)) {
      Optional<Response> answer = Db.inMemory(() -> answer(route, context, body));
      if (answer.isPresent()) {
        DirectAnswer.of(context, answer.get()).write();
        return;
      }
    }
    Context loop = Vertx.currentContext();
    threads.execute(() -> {
      MDC.put("request", RequestId.of(context));
      DirectAnswer ready = DirectAnswer.of(context, answer(route, context, body));
      loop.runOnContext(ignored -> ready.write());
    });
  }

  private Response answer(Route route, RoutingContext context, byte[] body) {
    try {
      return route.endpoint.answer(context, body);
    } catch (Db.NotInMemory e) {
      throw e;
    } catch (RuntimeException | Error e) {
      return failures.of(e, context);
    }
  }
}
