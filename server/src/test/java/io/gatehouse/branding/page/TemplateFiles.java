package io.gatehouse.branding.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The templates as the server's engine reads them, without a server around them. */
final class TemplateFiles {
  private static final Path ROOT = Path.of("src/main/resources/templates");

  private TemplateFiles() {}

  static Engine engine() {
    EngineBuilder builder =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(id ->
                Optional.of(ROOT.resolve(id + ".html")).filter(Files::exists).map(Source::new));
    try (Stream<Path> tags = Files.list(ROOT.resolve("tags"))) {
      tags.map(file -> file.getFileName().toString().replace(".html", ""))
          .forEach(tag ->
              builder.addSectionHelper(new UserTagSectionHelper.Factory(tag, "tags/" + tag)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return builder.build();
  }

  private record Source(Path file) implements TemplateLocation {
    @Override
    public Reader read() {
      try {
        return Files.newBufferedReader(file, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Optional<Variant> getVariant() {
      return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
    }
  }
}
