package io.gatehouse.management.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What the build has written down of the resources' annotations, as an OpenAPI document. */
public final class BuiltDescription {
  private static final String FILE = "/" + OpenApiConstants.BASE_NAME + ".JSON";

  private BuiltDescription() {}

  /**
   * Keeps the framework from reading the document at every start, which took a fifth of it: it
   * looks where nothing is, and so has nothing to prepare. Call before the container starts.
   */
  public static void leaveUnreadAtStart() {
    OpenApiConstants.classLoader = ClassLoader.getPlatformClassLoader();
  }

  /** The document, read anew. */
  public static ObjectNode read() {
    try (InputStream file =
        Objects.requireNonNull(BuiltDescription.class.getResourceAsStream(FILE), FILE)) {
      return (ObjectNode) JsonCodec.mapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
