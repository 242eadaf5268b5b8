package io.gatehouse.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.input.Guard;
import io.gatehouse.platform.input.Input;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Gives a resource method its checked body: any parameter whose type is an {@link Input} record, or
 * a plain {@link JsonNode}.
 */
@Provider
@Consumes(MediaType.WILDCARD)
public final class InputReader implements ServerMessageBodyReader<Object> {

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
    return takes(type);
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return takes(type);
  }

  /** Whether it can give a parameter of this type its value. */
  public static boolean takes(Class<?> type) {
    return type.isAnnotationPresent(Input.class) || JsonNode.class.isAssignableFrom(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type, Type generic, MediaType mediaType, ServerRequestContext context)
      throws IOException {
    return read(
        type,
        context.getRequestHeaders().getHeaderString("Content-Type"),
        context.getInputStream());
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return read(type, headers.getFirst("Content-Type"), body);
  }

  /** The value for a body that has been read. */
  public static Object read(Class<?> type, @Nullable String contentType, byte[] body) {
    try {
      return read(type, contentType, new ByteArrayInputStream(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object read(Class<?> type, @Nullable String contentType, InputStream body)
      throws IOException {
    Input input = type.getAnnotation(Input.class);
    int longestForm = input == null ? Input.LONGEST_FORM : input.longestForm();
    return Guard.body(Bodies.read(contentType, body, longestForm), type);
  }
}
