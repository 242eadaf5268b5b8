package io.gatehouse.management.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.management.Answers;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.json.JsonCodec;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Completes the description of one operation with what its resource method accepts and answers. */
final class OperationDescription {
  private static final Map<Integer, String> WORDS =
      Map.of(
          200, "Done.",
          201, "Made.",
          204, "Done; there is nothing to say.",
          400, "The request does not fit: the code and the path of the member say what.",
          401, "No valid access token came with the request.",
          403, "The access token does not allow this.",
          404, "There is no such thing.",
          422, "The request is well-formed, but a rule forbids it.");

  /** What the scanner writes at an answer that no resource speaks of. */
  private static final String UNSAID = "Bad Request";

  private final Method method;
  private final ObjectNode operation;

  private OperationDescription(Method method, ObjectNode operation) {
    this.method = method;
    this.operation = operation;
  }

  static void complete(ObjectNode operation, Method method) {
    OperationDescription description = new OperationDescription(method, operation);
    description.describePath();
    description.describeQuery();
    description.describePaging();
    description.describeBody();
    description.describeAnswers();
  }

  private void describePath() {
    for (JsonNode parameter : operation.withArray("parameters")) {
      if (parameter.path("in").asText().equals("path")) {
        Class<?> type =
            Arrays.stream(method.getParameters())
                .filter(p -> named(p, parameter.path("name").asText()))
                .<Class<?>>map(OperationDescription::typeOf)
                .findFirst()
                .orElse(String.class);
        ((ObjectNode) parameter).set("schema", Schema.ofInput(type));
      }
    }
  }

  /** What a query parameter may be, by the type that {@code @Parameter} names. */
  private void describeQuery() {
    for (var described :
        method.getAnnotationsByType(
            org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class)) {
      var schema = described.schema();
      if (described.in() == ParameterIn.QUERY && schema.implementation() != Void.class) {
        ObjectNode one = Schema.ofInput(schema.implementation());
        ObjectNode told = schema.type() == SchemaType.ARRAY ? Schema.listOf(one) : one;
        for (JsonNode parameter : operation.withArray("parameters")) {
          if (parameter.path("name").asText().equals(described.name())) {
            ((ObjectNode) parameter).set("schema", told);
          }
        }
      }
    }
  }

  /** What the parameter may be, where that is narrower than its Java type. */
  private static Class<?> typeOf(Parameter parameter) {
    var described =
        parameter.getAnnotation(
            org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
    return described == null || described.schema().implementation() == Void.class
        ? parameter.getType()
        : described.schema().implementation();
  }

  private static boolean named(Parameter parameter, String name) {
    PathParam path = parameter.getAnnotation(PathParam.class);
    return path != null && path.value().equals(name);
  }

  private void describePaging() {
    Paged paged = method.getAnnotation(Paged.class);
    if (paged == null) {
      return;
    }
    ArrayNode parameters = operation.withArray("parameters");
    if (!paged.q().isEmpty()) {
      parameters
          .addObject()
          .put("name", "q")
          .put("in", "query")
          .put("description", "Part of " + paged.q() + "; no text, no filter.")
          .set("schema", Schema.of("string"));
    }
    number(parameters, "page", "The page, counted from 1.", 1, Integer.MAX_VALUE);
    number(parameters, "page_size", "Rows of a page.", 20, 100);
    if (paged.searchable()) {
      parameters
          .addObject()
          .put("name", "search_params")
          .put("in", "query")
          .put(
              "description",
              "What is searched: search, search.<field>, mode, joint, isCaseSensitive.")
          .put("explode", true)
          .set("schema", Schema.mapOf(Schema.of("string")));
    }
  }

  private static void number(
      ArrayNode parameters, String name, String about, int standard, int most) {
    ObjectNode schema =
        parameters
            .addObject()
            .put("name", name)
            .put("in", "query")
            .put("description", about)
            .putObject("schema")
            .put("type", "integer")
            .put("minimum", 1)
            .put("default", standard);
    if (most < Integer.MAX_VALUE) {
      schema.put("maximum", most);
    }
  }

  private void describeBody() {
    body()
        .ifPresent(parameter -> {
          ObjectNode body = operation.putObject("requestBody");
          body.putObject("content")
              .putObject("application/json")
              .set("schema", bodySchema(parameter));
          body.put("required", !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class));
        });
    for (Parameter parameter : method.getParameters()) {
      RestForm field = parameter.getAnnotation(RestForm.class);
      if (field != null) {
        describeFile(field.value());
      }
    }
  }

  private void describeFile(String field) {
    ObjectNode form = Schema.of("object");
    form.putObject("properties").set(field, Schema.file());
    form.putArray("required").add(field);
    ObjectNode body = operation.putObject("requestBody");
    body.putObject("content").putObject("multipart/form-data").set("schema", form);
    body.put("required", true);
  }

  /**
   * A body of several kinds, or one that the method reads late, is named in {@code @RequestBody}.
   */
  private static ObjectNode bodySchema(Parameter parameter) {
    RequestBody described = parameter.getAnnotation(RequestBody.class);
    if (described == null || described.content().length == 0) {
      return Schema.ofInput(parameter.getType());
    }
    List<ObjectNode> kinds =
        Arrays.stream(described.content()[0].schema().anyOf()).map(Schema::ofInput).toList();
    return kinds.size() == 1 ? kinds.getFirst() : Schema.anyOf(kinds);
  }

  private Optional<Parameter> body() {
    return Arrays.stream(method.getParameters())
        .filter(parameter ->
            parameter.getType().isAnnotationPresent(Input.class)
                || JsonNode.class.isAssignableFrom(parameter.getType()))
        .findFirst();
  }

  private void describeAnswers() {
    Map<String, JsonNode> answers = new TreeMap<>();
    JsonNode written = operation.path("responses");
    written
        .properties()
        .forEach(answer -> {
          String words = answer.getValue().path("description").asText();
          if (answer.getKey().charAt(0) != '2' && !words.equals(UNSAID)) {
            answers.put(answer.getKey(), failure(words));
          }
        });
    for (int status : statuses()) {
      answers.put(String.valueOf(status), success(status));
    }
    if (needsToken()) {
      fail(answers, 401);
      fail(answers, 403);
    } else {
      operation.putArray("security");
    }
    boolean hasBody = operation.has("requestBody");
    if (hasBody || !operation.withArray("parameters").isEmpty()) {
      fail(answers, 400);
    }
    if (operation.withArray("parameters").findValuesAsText("in").contains("path")) {
      fail(answers, 404);
    }
    if (hasBody) {
      fail(answers, 422);
    }
    ObjectNode responses = operation.putObject("responses");
    answers.forEach(responses::set);
  }

  private boolean needsToken() {
    return Stream.of(method, method.getDeclaringClass())
        .flatMap(element -> Arrays.stream(element.getAnnotations()))
        .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(NeedsToken.class));
  }

  private int[] statuses() {
    Answers answers = method.getAnnotation(Answers.class);
    if (answers != null) {
      return answers.status();
    }
    ResponseStatus status = method.getAnnotation(ResponseStatus.class);
    if (status != null) {
      return new int[] {status.value()};
    }
    return new int[] {method.getReturnType() == void.class ? 204 : 200};
  }

  private ObjectNode success(int status) {
    ObjectNode answer = JsonCodec.object().put("description", WORDS.getOrDefault(status, "Done."));
    Answers answers = method.getAnnotation(Answers.class);
    Class<?> returned = method.getReturnType();
    boolean silent =
        status == 204
            || returned == void.class
            || answers != null && answers.value() == Void.class && returned == Response.class;
    if (silent) {
      return answer;
    }
    ObjectNode schema;
    if (answers == null || answers.value() == Void.class) {
      schema = AnswerSchema.of(method.getGenericReturnType());
    } else {
      ObjectNode content = AnswerSchema.of(answers.value());
      schema = Collection.class.isAssignableFrom(returned) ? Schema.listOf(content) : content;
    }
    String type = answers == null ? produced() : answers.type();
    answer.putObject("content").putObject(type).set("schema", schema);
    return answer;
  }

  /** What the method produces; JSON unless it says otherwise. */
  private String produced() {
    Produces produces = method.getAnnotation(Produces.class);
    return produces == null ? "application/json" : produces.value()[0];
  }

  /**
   * What a resource says itself in {@code @APIResponse} stays; an answer of its own with this
   * status (a verdict that is a 400) stands beside the error.
   */
  private static void fail(Map<String, JsonNode> answers, int status) {
    ObjectNode failure = failure(WORDS.getOrDefault(status, "An error."));
    JsonNode own = answers.putIfAbsent(String.valueOf(status), failure);
    if (own != null && !schema(own).has("$ref")) {
      ObjectNode either = JsonCodec.object();
      either.putArray("anyOf").add(schema(own)).add(schema(failure));
      ((ObjectNode) own.at("/content/application~1json")).set("schema", either);
    }
  }

  private static JsonNode schema(JsonNode answer) {
    return answer.at("/content/application~1json/schema");
  }

  private static ObjectNode failure(String description) {
    ObjectNode answer = JsonCodec.object().put("description", description);
    answer
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/Error");
    return answer;
  }
}
