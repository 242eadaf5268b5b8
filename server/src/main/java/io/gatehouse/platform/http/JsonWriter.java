package io.gatehouse.platform.http;

import io.gatehouse.platform.json.JsonCodec;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes an answer as JSON in one piece, so that its length and its entity tag are known; answers
 * 304 when the client has it.
 */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public final class JsonWriter implements ServerMessageBodyWriter<Object> {
  /** Marks an answer that is too short to gain from compression. */
  static final String SHORT = JsonWriter.class.getName();

  /** Marks an answer that the client has already. */
  static final String KNOWN = SHORT + ".known";

  private static final int COMPRESSED_FROM = 1024;

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
    return type != String.class && type != byte[].class;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type != String.class && type != byte[].class;
  }

  @Override
  public void writeResponse(Object value, Type generic, ServerRequestContext context) {
    byte[] body = JsonCodec.bytes(value);
    RoutingContext request =
        ((ResteasyReactiveRequestContext) context).unwrap(RoutingContext.class);
    int status = ((ResteasyReactiveRequestContext) context).getResponse().get().getStatus();
    String tag = request == null ? null : mark(request, status, body);
    if (tag != null) {
      context.serverResponse().setResponseHeader("ETag", tag);
    }
    if (request != null && isKnown(request)) {
      context.serverResponse().end();
    } else {
      context.serverResponse().end(body);
    }
  }

  /** Notes what the headers of the answer depend on; gives its entity tag, if it has one. */
  public static @Nullable String mark(RoutingContext request, int status, byte[] body) {
    if (body.length < COMPRESSED_FROM) {
      request.put(SHORT, true);
    }
    if (!EntityTag.appliesTo(request.request(), status)) {
      return null;
    }
    String tag = EntityTag.of(body);
    if (EntityTag.isFresh(request.request(), tag)) {
      request.put(KNOWN, true);
    }
    return tag;
  }

  /** Whether the client has the answer already, so that its body is not sent. */
  public static boolean isKnown(RoutingContext request) {
    return request.get(KNOWN) != null;
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(JsonCodec.bytes(value));
  }
}
