package io.gatehouse.platform.http;

import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.platform.input.Guard;
import io.gatehouse.platform.input.Issues;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request, in the order it was sent, with typed reading. A part that does not fit
 * ends the request.
 */
public final class Query {
  private static final Set<String> TRUTHY = Set.of("1", "true", "y", "yes", "yep", "yeah");
  private final List<Parameter> parameters;

  /** One {@code name=value}, decoded. */
  public record Parameter(String name, String value) {}

  private Query(List<Parameter> parameters) {
    this.parameters = parameters;
  }

  public static Query of(HttpServerRequest request) {
    return parse(request.query());
  }

  /** Reads a raw query string; a value that cannot be decoded is taken as it is. */
  public static Query parse(@Nullable String raw) {
    List<Parameter> parameters = new ArrayList<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        if (!pair.isEmpty()) {
          int equals = pair.indexOf('=');
          parameters.add(
              equals < 0
                  ? new Parameter(decode(pair), "")
                  : new Parameter(
                      decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
        }
      }
    }
    return new Query(List.copyOf(parameters));
  }

  /** Everything, in order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Every value of a repeatable parameter. */
  public List<String> all(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).map(Parameter::value).toList();
  }

  /** The value of a parameter that may be given once; a repeated one does not fit. */
  public Optional<String> text(String name) {
    List<String> values = all(name);
    if (values.size() > 1) {
      Issues issues = new Issues();
      issues.at(name).wrongType("string", "array");
      issues.throwIfAny("query");
    }
    if (!values.isEmpty() && values.getFirst().indexOf('\0') >= 0) {
      Issues issues = new Issues();
      issues.at(name).custom("The character NUL cannot be stored.");
      issues.throwIfAny("query");
    }
    return values.stream().findFirst();
  }

  /** The value of a parameter that must be given. */
  public String required(String name) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      Issues issues = new Issues();
      issues.at(name).wrongType("string", "undefined");
      issues.throwIfAny("query");
    }
    return value.orElseThrow();
  }

  /** Whether the parameter says yes; anything else, and its absence, is no. */
  public boolean truthy(String name) {
    return text(name).map(v -> TRUTHY.contains(v.toLowerCase(Locale.ROOT))).orElse(false);
  }

  /** A parameter out of a closed set, or any type that is one JSON string. */
  public <T> Optional<T> as(String name, Class<T> type) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Issues issues = new Issues();
    T read = Guard.read(TextNode.valueOf(value.get()), type, issues.at(name));
    issues.throwIfAny("query");
    return Optional.ofNullable(read);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
