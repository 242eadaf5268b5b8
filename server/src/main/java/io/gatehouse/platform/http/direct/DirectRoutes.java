package io.gatehouse.platform.http.direct;

import io.gatehouse.platform.db.Attempt;
import io.gatehouse.platform.db.Attempt.Outcome;
import io.gatehouse.platform.db.BriefThreads;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

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

  /** After a tenant's own pages, which go before the hosted ones. */
  private static final int AFTER_OWN_PAGES = 600;

  /** Where metrics look for the template of a path. */
  private static final String TEMPLATE = "UrlPathTemplate";

  private static final byte[] NONE = {};

  private final Failures failures;
  private final Event<DirectRoutes> collecting;
  private final DirectResources resources;
  private final Routes endpoints = new Routes();
  private final Routes pages = new Routes();
  private final Executor threads = new BriefThreads("request");

  DirectRoutes(Failures failures, Event<DirectRoutes> collecting, DirectResources resources) {
    this.failures = failures;
    this.collecting = collecting;
    this.resources = resources;
  }

  /** What answers: a resource's method that reads its body as it came. */
  @FunctionalInterface
  public interface Endpoint {
    Response answer(RoutingContext context, byte[] body);
  }

  /** Tells of a request whether memory and shared look-ups may be enough for it. */
  @FunctionalInterface
  public interface Hint extends BiPredicate<RoutingContext, byte[]> {}

  /**
   * What is found for a request.
   *
   * @param template of the path, by which metrics count it
   */
  record Route(Endpoint endpoint, Hint onEventLoop, String template) {}

  /** An endpoint that asks the database. A GET answers HEAD too. */
  public void add(HttpMethod method, String path, Endpoint endpoint) {
    add(method, path, endpoint, (context, body) -> false);
  }

  /**
   * An endpoint that often needs no more than memory and a {@link
   * io.gatehouse.platform.db.SharedLookup}. It is tried on the event loop when the hint says so,
   * and begun anew when an answer has come that it needs, or on another thread when it asks the
   * database otherwise; until then it must not have done anything but used up what counts once,
   * which it keeps ({@link Attempt}).
   */
  public void add(HttpMethod method, String path, Endpoint endpoint, Hint onEventLoop) {
    endpoints.add(method, path, new Route(endpoint, onEventLoop, path));
  }

  /** An endpoint whose path has one last part more, which it reads itself. */
  public void addBelow(HttpMethod method, String folder, String part, Endpoint endpoint) {
    endpoints.add(
        method,
        folder + Routes.ANY,
        new Route(endpoint, (context, body) -> false, folder + "/{" + part + "}"));
  }

  void register(@Observes Filters filters) {
    collecting.fire(this);
    resources.each((method, path, endpoint) ->
        pages.add(method, path, new Route(endpoint, (context, body) -> false, path)));
    filters.register(context -> handle(context, endpoints), LATE);
    filters.register(context -> handle(context, pages), AFTER_OWN_PAGES);
  }

  private void handle(RoutingContext context, Routes routes) {
    HttpServerRequest request = context.request();
    Route route = routes.find(request.method(), request.path());
    if (route == null) {
      context.next();
      return;
    }
    context.put(TEMPLATE, route.template);
    if (request.method().equals(HttpMethod.POST)) {
      SmallBody.read(request, body -> choose(context, route, body));
    } else {
      choose(context, route, NONE);
    }
  }

  private void choose(RoutingContext context, Route route, byte[] body) {
    Attempt attempt = new Attempt();
    if (route.onEventLoop.test(context, body)) {
      withoutBlocking(attempt, context, () -> answer(route, context, body));
    } else {
      blocking(attempt, context, () -> answer(route, context, body));
    }
  }

  private void withoutBlocking(Attempt attempt, RoutingContext context, Supplier<Response> work) {
    switch (attempt.withoutBlocking(work)) {
      case Outcome.Done<Response>(Response answer) -> DirectAnswer.of(context, answer).write();
      case Outcome.Waits<Response>(CompletableFuture<?> until) -> {
        Context loop = Vertx.currentContext();
        until.whenComplete((answer, failure) ->
            loop.runOnContext(ignored -> withoutBlocking(attempt, context, work)));
      }
      case Outcome.Blocks<Response> blocks -> blocking(attempt, context, work);
    }
  }

  private void blocking(Attempt attempt, RoutingContext context, Supplier<Response> work) {
    Context loop = Vertx.currentContext();
    threads.execute(() -> {
      MDC.put("request", RequestId.of(context));
      DirectAnswer ready = DirectAnswer.of(context, attempt.blocking(work));
      loop.runOnContext(ignored -> ready.write());
    });
  }

  private Response answer(Route route, RoutingContext context, byte[] body) {
    try {
      return route.endpoint.answer(context, body);
    } catch (Attempt.NotInMemory e) {
      throw e;
    } catch (RuntimeException | Error e) {
      return failures.of(e, context);
    }
  }
}
