package io.gatehouse.hook.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.json.JsonCodec;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of the calls that {@link DataRoutes} lists: the call runs in one transaction, at
 * whose end its answer is written into the outbox. A call that nobody wants to hear of runs as if
 * this were not here.
 */
@Interceptor
@ManagementApi
@Priority(Interceptor.Priority.APPLICATION)
class DataHookFilter {
  private static final Map<Method, Optional<DataRoute>> ROUTES = new ConcurrentHashMap<>();

  private final HookEvents events;
  private final ManagementCall call;
  private final Db db;

  DataHookFilter(HookEvents events, ManagementCall call, Db db) {
    this.events = events;
    this.call = call;
    this.db = db;
  }

  @AroundInvoke
  @Nullable Object around(InvocationContext invocation) throws Exception {
    Method method = invocation.getMethod();
    DataRoute route = ROUTES.computeIfAbsent(method, DataHookFilter::route).orElse(null);
    if (route == null || route.events().stream().noneMatch(e -> events.wanted(call.tenant(), e))) {
      return invocation.proceed();
    }
    AtomicReference<@Nullable Object> answer = new AtomicReference<>();
    db.transaction(
        call.tenant(),
        () -> {
          List<HookEvents.Detail> told = events.listen(() -> answer.set(proceed(invocation)));
          emit(new Answered(route, answer.get(), status(method, answer.get())), told);
        });
    return answer.get();
  }

  /** A call that succeeded. */
  private record Answered(DataRoute route, @Nullable Object answer, int status) {
    /** The body of the answer, when it is JSON. */
    @Nullable JsonNode data() {
      Object entity = answer instanceof Response response ? response.getEntity() : answer;
      return entity == null || entity instanceof String
          ? null
          : JsonCodec.mapper().valueToTree(entity);
    }
  }

  private void emit(Answered answered, List<HookEvents.Detail> told) {
    DataRoute route = answered.route();
    for (HookEvents.Detail other : told) {
      if (other.event() != route.event()) {
        raise(answered, other.event(), other.subjectId(), other.members());
      }
    }
    HookEvent event = route.event();
    if (event == null) {
      return;
    }
    JsonNode answer = answered.data();
    String subject =
        event.creates() && answer != null ? answer.path("id").asText() : subject(event, route);
    ObjectNode members = JsonCodec.object();
    if (answer != null && !route.silent()) {
      members.set("data", answer);
    }
    if (route.idMember() != null) {
      members.put(route.idMember(), subject);
    }
    told.stream()
        .filter(detail -> detail.event() == event)
        .forEach(detail -> members.setAll(detail.members()));
    raise(answered, event, subject, members);
  }

  private void raise(Answered answered, HookEvent event, String subject, ObjectNode members) {
    events.raise(call.tenant(), event, subject, () -> body(answered).withAll(members).json());
  }

  private EventBody body(Answered answered) {
    DataRoute route = answered.route();
    EventBody body =
        EventBody.empty()
            .with("userAgent", call.request().getHeader("User-Agent"))
            .with("ip", call.ip());
    if (!route.bare()) {
      body.with("path", path())
          .with("method", route.method())
          .with("status", answered.status())
          .with("params", parameters(route))
          .with("matchedRoute", route.pattern());
    }
    return body;
  }

  /** Scopes are the last thing that their path names, everything else is the first. */
  private String subject(HookEvent event, DataRoute route) {
    List<String> ids =
        parameters(route).properties().stream()
            .map(parameter -> parameter.getValue().asText())
            .toList();
    return ids.isEmpty() ? "" : event.noun().equals("Scope") ? ids.getLast() : ids.getFirst();
  }

  private ObjectNode parameters(DataRoute route) {
    ObjectNode parameters = JsonCodec.object();
    String[] names = route.pattern().split("/");
    String[] values = path().split("/");
    for (int i = 0; i < names.length && i < values.length; i++) {
      if (names[i].startsWith(":")) {
        parameters.put(names[i].substring(1), decoded(values[i]));
      }
    }
    return parameters;
  }

  private String path() {
    String path = call.request().path();
    return path.startsWith("/api/") ? path.substring("/api".length()) : path;
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment;
    }
  }

  private static @Nullable Object proceed(InvocationContext invocation) {
    try {
      return invocation.proceed();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static int status(Method method, @Nullable Object answer) {
    if (answer instanceof Response response) {
      return response.getStatus();
    }
    ResponseStatus declared = method.getAnnotation(ResponseStatus.class);
    return declared != null ? declared.value() : answer == null ? 204 : 200;
  }

  private static Optional<DataRoute> route(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      Path above = method.getDeclaringClass().getAnnotation(Path.class);
      if (verb != null && above != null) {
        Path own = method.getAnnotation(Path.class);
        String pattern = above.value() + (own == null ? "" : own.value());
        return DataRoutes.find(verb.value(), pattern.replaceFirst("^/?api", ""));
      }
    }
    return Optional.empty();
  }
}
