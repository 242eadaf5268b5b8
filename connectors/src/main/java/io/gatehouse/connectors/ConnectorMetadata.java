package io.gatehouse.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator sees of a connector. Written as JSON it is the contract's factory, less
 * {@code type} and {@code isDemo}.
 *
 * @param id the factory id
 * @param target the name of the identity provider, under which identities are stored
 * @param name by language tag; {@code en} is always there
 * @param logo a data URI
 * @param readme how to set it up, Markdown
 * @param readmes the same in other languages, by their tags
 * @param configTemplate an example of the configuration, JSON text
 * @param isStandard a protocol rather than a provider: many instances, each with its own name, logo
 *     and target
 */
@JsonPropertyOrder({"id", "target", "platform", "name", "description"})
@JsonInclude(Include.NON_NULL)
public record ConnectorMetadata(
    String id,
    String target,
    @JsonInclude(Include.ALWAYS) @Nullable Platform platform,
    Map<String, String> name,
    Map<String, String> description,
    String logo,
    @JsonInclude(Include.ALWAYS) @Nullable String logoDark,
    String readme,
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) Map<String, String> readmes,
    @Nullable String configTemplate,
    List<FormItem> formItems,
    @JsonProperty("isStandard") @Nullable Boolean isStandard,
    @JsonProperty("isTokenStorageSupported") @Nullable Boolean isTokenStorageSupported) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public ConnectorMetadata {
    name = ordered(name);
    description = ordered(description);
    formItems = List.copyOf(formItems);
    readmes = Map.copyOf(readmes);
  }

  /** How to set it up in a language, else in English. */
  public String readme(String languageTag) {
    return readmes.getOrDefault(languageTag, readme);
  }

  /** Answers are compared by their bytes (ETag), so the order is kept. */
  private static Map<String, String> ordered(Map<String, String> texts) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  /** Where a social connector's button is shown. */
  public enum Platform {
    NATIVE("Native"),
    WEB("Web"),
    UNIVERSAL("Universal");

    private final String wire;

    Platform(String wire) {
      this.wire = wire;
    }

    @JsonValue
    public String wire() {
      return wire;
    }
  }

  public boolean standard() {
    return Boolean.TRUE.equals(isStandard);
  }

  public boolean tokenStorageSupported() {
    return Boolean.TRUE.equals(isTokenStorageSupported);
  }

  /**
   * Reads the folder of a connector: {@code connector.json}, {@code logo.svg}, {@code README.md},
   * and where there are such, {@code README.<language>.md}, {@code logo-dark.svg} and {@code
   * config-template.json}.
   */
  public static ConnectorMetadata beside(Class<? extends Connector> connector) {
    try {
      var json = (ObjectNode) JSON.readTree(required(connector, "connector.json"));
      json.put("logo", dataUri(required(connector, "logo.svg")));
      json.put("readme", required(connector, "README.md"));
      ObjectNode readmes = json.putObject("readmes");
      for (var name : json.path("name").properties()) {
        String tag = name.getKey();
        String readme = optional(connector, "README." + tag + ".md");
        if (readme != null) {
          readmes.put(tag, readme);
        }
      }
      String dark = optional(connector, "logo-dark.svg");
      json.put("logoDark", dark == null ? null : dataUri(dark));
      json.put("configTemplate", optional(connector, "config-template.json"));
      return JSON.treeToValue(json, ConnectorMetadata.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The folder of " + connector.getName(), unreadable);
    }
  }

  /** The id alone, read without the rest; null where the connector has no such folder. */
  static @Nullable String idBeside(Class<? extends Connector> connector) {
    try (var in = connector.getResourceAsStream("connector.json")) {
      return in == null ? null : id(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The folder of " + connector.getName(), unreadable);
    }
  }

  private static @Nullable String id(InputStream connector) throws IOException {
    try (var json = JSON.createParser(connector)) {
      json.nextToken();
      for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
        json.nextToken();
        if (field.equals("id")) {
          return json.getText();
        }
        json.skipChildren();
      }
      return null;
    }
  }

  private static String dataUri(String svg) {
    return "data:image/svg+xml;base64,"
        + Base64.getEncoder().encodeToString(svg.strip().getBytes(StandardCharsets.UTF_8));
  }

  private static String required(Class<?> connector, String file) throws IOException {
    String content = optional(connector, file);
    if (content == null) {
      throw new IOException("lacks " + file);
    }
    return content;
  }

  private static @Nullable String optional(Class<?> connector, String file) throws IOException {
    try (var in = connector.getResourceAsStream(file)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
