package io.gatehouse.management.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.json.JsonCodec;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/** The compiled classes of the server, read without starting it. */
final class Classes {
  private static final java.nio.file.Path FOLDER =
      java.nio.file.Path.of("target", "classes", "io", "gatehouse");
  private static final Index INDEX = index();

  private Classes() {}

  /** Every resource. */
  static Set<Class<?>> resources() {
    return with(Path.class);
  }

  /** Every record that a body is read into. */
  static Set<Class<?>> inputs() {
    return with(Input.class);
  }

  private static Set<Class<?>> with(Class<? extends Annotation> annotation) {
    Set<Class<?>> found = new LinkedHashSet<>();
    for (var place : INDEX.getAnnotations(DotName.createSimple(annotation))) {
      if (place.target().kind() == AnnotationTarget.Kind.CLASS) {
        try {
          found.add(Class.forName(place.target().asClass().name().toString()));
        } catch (ClassNotFoundException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return found;
  }

  /** The document that the server shows, made from the classes alone. */
  static ObjectNode document() {
    String json =
        SmallRyeOpenAPI.builder()
            .withIndex(INDEX)
            .enableModelReader(false)
            .enableStandardStaticFiles(false)
            .enableStandardFilter(false)
            .build()
            .toJSON();
    return ApiDescription.complete((ObjectNode) JsonCodec.tree(json), resources());
  }

  private static Index index() {
    Indexer indexer = new Indexer();
    try (var files = Files.walk(FOLDER)) {
      List<java.nio.file.Path> all =
          files.filter(file -> file.toString().endsWith(".class")).toList();
      for (java.nio.file.Path file : all) {
        try (InputStream in = Files.newInputStream(file)) {
          indexer.index(in);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return indexer.complete();
  }
}
