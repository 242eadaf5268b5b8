package io.gatehouse.platform.http.direct;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Gathers the body of a request that should be small, on the event loop. */
final class SmallBody {
  /** Of a larger body no more than this is kept, which is more than any endpoint takes. */
  static final int KEPT = 64 * 1024;

  /** Whoever sends more than this is no longer listened to. */
  private static final long MOST = 2 * 1024 * 1024;

  private final HttpServerRequest request;
  private final Buffer kept = Buffer.buffer();
  private long length;

  private SmallBody(HttpServerRequest request) {
    this.request = request;
  }

  /** Hands the body over once it is complete; a request that breaks off is forgotten. */
  static void read(HttpServerRequest request, Consumer<byte[]> then) {
    SmallBody body = new SmallBody(request);
    request.handler(body::take);
    request.endHandler(end -> then.accept(body.kept.getBytes()));
    // The server hands requests over paused, so that no handler misses a part.
    request.resume();
  }

  private void take(Buffer chunk) {
    length += chunk.length();
    if (length > MOST) {
      request.connection().close();
    } else if (kept.length() < KEPT) {
      kept.appendBuffer(chunk);
    }
  }
}
