package io.gatehouse.platform.http;

import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.json.JsonCodec;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what a request may send: a body with a file may be larger than any other. The framework
 * has one bound for all, which is that of files.
 */
@Singleton
final class BodyLimits {
  /** The largest body of JSON, a form or a text. */
  private static final long USUAL = 2L << 20;

  /** The largest body with a file: the file's own 20 MB, and what is around it. */
  private static final long WITH_FILE = 21L << 20;

  /**
   * Most senders read the answer when they have sent everything: for so long, and up to so many
   * times what they may send, they are let go on, to nowhere, before the connection ends.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int TIMES = 3;

  /** Before the framework looks at the length. */
  private static final int EARLY = 900;

  /** After it has noted its own bound for bodies whose length is not said. */
  private static final int LATE = 1;

  private final Failures failures;

  BodyLimits(Failures failures) {
    this.failures = failures;
  }

  void register(@Observes Filters filters) {
    filters.register(this::measure, EARLY);
    filters.register(BodyLimits::bound, LATE);
  }

  private void measure(RoutingContext context) {
    if (length(context.request()) <= limit(context.request())) {
      context.next();
    } else {
      refuse(context);
      hangUpLater(context.vertx(), context.request());
    }
  }

  private static void hangUpLater(Vertx vertx, HttpServerRequest request) {
    long most = TIMES * limit(request);
    long end = vertx.setTimer(PATIENCE.toMillis(), late -> request.connection().close());
    request.handler(piece -> {
      if (request.bytesRead() > most) {
        request.connection().close();
      }
    });
    request.endHandler(sent -> vertx.cancelTimer(end));
    request.exceptionHandler(gone -> vertx.cancelTimer(end));
    request.resume();
  }

  /** The parser of forms with files counts by itself, and says why it ends; it is let go first. */
  private static void bound(RoutingContext context) {
    if (context.request().getHeader("Content-Length") == null) {
      long bound = hasFile(context.request()) ? WITH_FILE + USUAL : USUAL;
      context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, bound);
    }
    context.next();
  }

  private void refuse(RoutingContext context) {
    boolean file = hasFile(context.request());
    ErrorBody body =
        file
            ? failures.body(RequestError.FILE_TOO_LARGE.exception(), context)
            : ErrorBody.of("The body is larger than " + USUAL + " bytes.");
    context
        .response()
        .setStatusCode(file ? RequestError.FILE_TOO_LARGE.status() : 413)
        .putHeader("Content-Type", "application/json")
        .end(JsonCodec.text(body));
  }

  private static long limit(HttpServerRequest request) {
    return hasFile(request) ? WITH_FILE : USUAL;
  }

  /** Whether its body is a form with files. */
  static boolean hasFile(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  /** Zero when it is not said. */
  private static long length(HttpServerRequest request) {
    @Nullable String said = request.getHeader("Content-Length");
    try {
      return said == null ? 0 : Long.parseLong(said);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
