package io.gatehouse.management.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls of the Management API that succeed, and what each of them needs: management-calls.txt. */
record ApiCalls(Map<String, Step> makers, List<Call> calls) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final Pattern MAKER = Pattern.compile("(\\w+) = (.*)");
  private static final Pattern STEP =
      Pattern.compile("(?:\\+(\\w*) (?:(/\\S+) )?)?([A-Z]+) (\\S+)(?: (.*))?");

  /** One request; what it keeps of its answer is only asked of steps that prepare. */
  record Step(
      @Nullable String keeps, String pointer, String method, String path, @Nullable String body) {
    static Step of(String line) {
      Matcher step = STEP.matcher(line);
      if (!step.matches()) {
        throw new IllegalArgumentException(line);
      }
      String pointer = step.group(2) == null ? "/id" : step.group(2);
      return new Step(step.group(1), pointer, step.group(3), step.group(4), step.group(5));
    }

    String label() {
      return method + " " + path;
    }
  }

  /** A request, and those that come before it. */
  record Call(List<Step> before, Step step) {
    /** The things whose ids it mentions. */
    Set<String> mentions() {
      Set<String> names = new LinkedHashSet<>();
      Matcher found = PLACEHOLDER.matcher(step.path() + " " + step.body());
      while (found.find()) {
        names.add(found.group(1));
      }
      names.removeAll(Set.of("new", "later", "code"));
      return names;
    }
  }

  static ApiCalls read() {
    Map<String, Step> makers = new LinkedHashMap<>();
    List<Call> calls = new ArrayList<>();
    List<Step> before = new ArrayList<>();
    for (String line : text().lines().toList()) {
      Matcher maker = MAKER.matcher(line);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      } else if (maker.matches()) {
        makers.put(maker.group(1), Step.of(maker.group(2)));
      } else if (line.startsWith("+")) {
        before.add(Step.of(line));
      } else {
        calls.add(new Call(List.copyOf(before), Step.of(line)));
        before.clear();
      }
    }
    return new ApiCalls(makers, calls);
  }

  private static String text() {
    try (InputStream file = ApiCalls.class.getResourceAsStream("/management-calls.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A step that was to prepare a call did not succeed. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  /** What a tenant has, made when it is first mentioned. */
  final class Things {
    private final ApiClient api;
    private final Map<String, String> ids = new LinkedHashMap<>();

    Things(ApiClient api) {
      this.api = api;
    }

    /** Makes whatever the call needs; answers what was refused, or nothing. */
    String prepare(Call call) {
      try {
        call.before().forEach(this::make);
        call.mentions().forEach(this::id);
        return "";
      } catch (Refused e) {
        return String.valueOf(e.getMessage());
      }
    }

    String id(String name) {
      String known = ids.get(name);
      if (known != null) {
        return known;
      }
      Step maker = makers.get(name);
      if (maker == null) {
        return "{" + name + "}";
      }
      Answer made = make(maker);
      String id = made.json().at(maker.pointer()).asText();
      ids.put(name, id);
      return id;
    }

    private Answer make(Step step) {
      Answer answer = send(step);
      if (answer.status() >= 300) {
        throw new Refused(step.label() + ": " + answer.status() + " " + answer.text());
      }
      if (step.keeps() != null && !step.keeps().isEmpty()) {
        ids.put(step.keeps(), answer.json().at(step.pointer()).asText());
      }
      return answer;
    }

    Answer send(Step step) {
      return send(step, Map.of());
    }

    /** Sends it with other ids in the place of some. */
    Answer send(Step step, Map<String, String> instead) {
      String path = "/api" + filled(step.path(), instead);
      return step.body() == null
          ? api.send(step.method(), path, null)
          : api.send(
              step.method(),
              path,
              filled(step.body(), instead),
              "Content-Type",
              "application/json");
    }

    private String filled(String text, Map<String, String> instead) {
      return PLACEHOLDER
          .matcher(text)
          .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), instead)));
    }

    private String value(String name, Map<String, String> instead) {
      return switch (name) {
        case "new" -> "n" + Ids.shortId();
        case "later" -> Long.toString(Instant.now().plus(Duration.ofMinutes(10)).toEpochMilli());
        default -> instead.containsKey(name) ? instead.get(name) : id(name);
      };
    }
  }

  /** Deletes what a tenant may have only a few of, or what others would find in their lists. */
  static void tidy(ApiClient api) {
    for (String list : List.of("domains", "connectors", "sso-connectors", "email-templates")) {
      api.get("/api/" + list)
          .json()
          .forEach(each -> api.delete("/api/" + list + "/" + each.get("id").asText()));
    }
    api.get("/api/custom-profile-fields")
        .json()
        .forEach(each -> api.delete("/api/custom-profile-fields/" + each.get("name").asText()));
    // Requests of other tests that name no API would mean this one.
    for (JsonNode resource : api.get("/api/resources").json()) {
      if (resource.path("isDefault").asBoolean()) {
        api.patch(
            "/api/resources/" + resource.get("id").asText() + "/is-default",
            "{\"isDefault\":false}");
      }
    }
  }
}
