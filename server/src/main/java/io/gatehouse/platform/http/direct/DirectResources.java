package io.gatehouse.platform.http.direct;

import io.gatehouse.platform.http.InputReader;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds what is marked {@link Direct}, and calls it as the framework would. */
@Singleton
class DirectResources {
  private final BeanManager beans;
  private final CurrentVertxRequest current;

  DirectResources(BeanManager beans, CurrentVertxRequest current) {
    this.beans = beans;
    this.current = current;
  }

  /** Takes what was found. */
  @FunctionalInterface
  interface Found {
    void add(HttpMethod method, String path, DirectRoutes.Endpoint endpoint);
  }

  void each(Found found) {
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Class<?> type = bean.getBeanClass();
      if (type.isAnnotationPresent(Direct.class)) {
        Supplier<Object> resource = new Once(() -> instance(bean));
        for (Method method : type.getMethods()) {
          add(type, method, resource, found);
        }
      }
    }
  }

  private Object instance(Bean<?> bean) {
    return beans.getReference(bean, bean.getBeanClass(), beans.createCreationalContext(bean));
  }

  private void add(Class<?> type, Method method, Supplier<Object> resource, Found found) {
    for (Annotation annotation : method.getAnnotations()) {
      var http = annotation.annotationType().getAnnotation(jakarta.ws.rs.HttpMethod.class);
      if (http != null) {
        for (SpelledPath path : SpelledPath.of(template(type, method))) {
          List<Argument> arguments = arguments(method, path);
          if (arguments.size() == method.getParameterCount()) {
            found.add(
                HttpMethod.valueOf(http.value()),
                path.text(),
                (context, body) -> answer(method, resource, arguments, context, body));
          }
        }
      }
    }
  }

  private static String template(Class<?> type, Method method) {
    Path own = method.getAnnotation(Path.class);
    String base = type.getAnnotation(Path.class).value();
    return ("/" + (own == null ? base : base + "/" + own.value())).replaceAll("/+", "/");
  }

  /** Gives a parameter its value. */
  @FunctionalInterface
  private interface Argument {
    Object of(RoutingContext context, byte[] body);
  }

  /** Those that can be given; fewer than there are parameters where one cannot. */
  private static List<Argument> arguments(Method method, SpelledPath path) {
    return Arrays.stream(method.getParameters())
        .<Argument>mapMulti((parameter, given) -> {
          var word = parameter.getAnnotation(jakarta.ws.rs.PathParam.class);
          if (word != null && path.words().containsKey(word.value())) {
            String value = path.words().get(word.value());
            given.accept((context, body) -> value);
          } else if (InputReader.takes(parameter.getType())) {
            Class<?> type = parameter.getType();
            given.accept((context, body) ->
                InputReader.read(type, context.request().getHeader("Content-Type"), body));
          }
        })
        .toList();
  }

  private Response answer(
      Method method,
      Supplier<Object> resource,
      List<Argument> arguments,
      RoutingContext context,
      byte[] body) {
    ManagedContext scope = Arc.container().requestContext();
    scope.activate();
    try {
      current.setCurrent(context);
      List<Object> values = new ArrayList<>(arguments.size());
      arguments.forEach(argument -> values.add(argument.of(context, body)));
      return (Response) method.invoke(resource.get(), values.toArray());
    } catch (InvocationTargetException e) {
      throw unchecked(Objects.requireNonNull(e.getCause()));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    } finally {
      scope.terminate();
    }
  }

  private static RuntimeException unchecked(Throwable failure) {
    return switch (failure) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      default -> new IllegalStateException(failure);
    };
  }

  /** Made with the first request, as the framework does it. */
  private static final class Once implements Supplier<Object> {
    private final Supplier<Object> making;
    private volatile @Nullable Object made;

    Once(Supplier<Object> making) {
      this.making = making;
    }

    @Override
    public Object get() {
      Object known = made;
      if (known == null) {
        known = making.get();
        made = known;
      }
      return known;
    }
  }
}
