package io.gatehouse.platform.http.direct;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.platform.http.JsonWriter;
import io.gatehouse.platform.json.JsonCodec;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose body is made. What costs time is done where it is made; only {@link #write} must
 * run on the event loop.
 *
 * @param tag the entity tag, where the answer has one
 */
record DirectAnswer(RoutingContext context, Response chosen, byte[] body, @Nullable String tag) {

  static DirectAnswer of(RoutingContext context, Response chosen) {
    byte[] body =
        switch (chosen.getEntity()) {
          case null -> new byte[0];
          case byte[] json -> json;
          case String json -> json.getBytes(UTF_8);
          case Object value -> JsonCodec.bytes(value);
        };
    return new DirectAnswer(
        context, chosen, body, JsonWriter.mark(context, chosen.getStatus(), body));
  }

  void write() {
    HttpServerResponse response = context.response();
    if (response.closed() || response.ended()) {
      return;
    }
    MultiMap headers = response.setStatusCode(chosen.getStatus()).headers();
    chosen
        .getHeaders()
        .forEach((name, values) -> values.forEach(value -> headers.add(name, value.toString())));
    if (tag != null) {
      headers.set("ETag", tag);
    }
    if (context.request().method().equals(HttpMethod.HEAD)) {
      // RFC 9110 §9.3.2: HEAD is like GET, but the server MUST NOT send content in the response.
      headers.set("Content-Length", Integer.toString(body.length));
      response.end();
    } else if (JsonWriter.isKnown(context)) {
      response.end();
    } else {
      response.end(Buffer.buffer(body));
    }
  }
}
