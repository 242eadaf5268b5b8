package io.gatehouse.platform.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.json.JsonCodec;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardTest {
  enum Kind {
    @JsonProperty("User")
    USER,
    @JsonProperty("MachineToMachine")
    MACHINE
  }

  /** Named by a method that only its package sees; the mapper reads it too. */
  enum Hidden {
    ONE;

    @JsonValue
    String wire() {
      return "one";
    }
  }

  record Id(@JsonValue String value) {
    Id {
      if (value.length() > 4) {
        throw new IllegalArgumentException("an id has at most 4 characters");
      }
    }
  }

  record Address(@Size(min = 1) String street, @Nullable @NullAllowed String town) {}

  @Input
  record Body(
      @Size(min = 1, max = 5) String name,
      @Nullable Boolean flag,
      @Nullable Kind kind,
      Change<@EmptyIsNull @Size(max = 8) String> note,
      @Nullable List<@Size(min = 1) String> tags,
      @Nullable @Min(1) @Max(10) Integer count,
      @Nullable Address address,
      @Nullable Map<String, Long> sizes,
      @Nullable Id id,
      @Nullable ObjectNode extra,
      @Nullable Instant at,
      @Nullable @Pattern(regexp = "^[a-z]+$") String slug,
      @Nullable @Url String link) {}

  @Input(strict = true)
  record Strict(@Nullable String name) {}

  @Test
  void constantsAreReadByTheNameThatTheMapperWrites() {
    assertEquals(Hidden.ONE, Guard.body(JsonCodec.tree("\"one\""), Hidden.class));
    assertEquals("[\"one\"]", Schema.ofInput(Hidden.class).path("enum").toString());
    assertEquals("\"one\"", JsonCodec.text(Hidden.ONE));
  }

  @Test
  void aFittingBodyBecomesItsRecord() {
    Body body =
        read(
            """
            {"name":"Anne","flag":true,"kind":"MachineToMachine","note":null,"tags":["a"],"count":3.0,
             "address":{"street":"x","town":null},"sizes":{"a":1},"id":"abc","extra":{"free":[1]},
             "at":1700000000123,"slug":"abc","link":"https://a.example/b","unknown":1}
            """);
    assertEquals("Anne", body.name());
    assertEquals(Kind.MACHINE, body.kind());
    assertEquals(Change.to(null), body.note());
    assertEquals(List.of("a"), body.tags());
    assertEquals(3, body.count());
    assertEquals(new Address("x", null), body.address());
    assertEquals(Map.of("a", 1L), body.sizes());
    assertEquals(new Id("abc"), body.id());
    assertEquals(Instant.ofEpochMilli(1700000000123L), body.at());
  }

  @Test
  void absentNullAndAValueAreThreeThings() {
    assertEquals("old", read("{\"name\":\"a\"}").note().applyTo("old"));
    assertNull(read("{\"name\":\"a\",\"note\":null}").note().applyTo("old"));
    assertEquals("new", read("{\"name\":\"a\",\"note\":\"new\"}").note().applyTo("old"));
    assertNull(read("{\"name\":\"a\",\"note\":\"\"}").note().applyTo("old"), "empty is null");
  }

  @Test
  void everythingWrongIsReportedAtOnce() {
    assertEquals(
        List.of(
            "Error in key path \"name\": (invalid_type) Expected string but received undefined.",
            "Error in key path \"flag\": (invalid_type) Expected boolean but received null.",
            "Error in key path \"kind\": (invalid_enum_value) Expected one of User,"
                + " MachineToMachine.",
            "Error in key path \"note\": (too_big) Must have at most 8 characters.",
            "Error in key path \"tags.1\": (invalid_type) Expected string but received number.",
            "Error in key path \"count\": (too_big) Must be at most 10.",
            "Error in key path \"address.street\": (too_small) Must have at least 1 characters.",
            "Error in key path \"sizes.b\": (invalid_type) Expected integer but received float.",
            "Error in key path \"id\": (custom) an id has at most 4 characters",
            "Error in key path \"extra\": (invalid_type) Expected object but received array.",
            "Error in key path \"slug\": (invalid_string) Is not a valid regex.",
            "Error in key path \"link\": (invalid_string) Is not a valid url."),
        lines(
            """
            {"flag":null,"kind":"Robot","note":"123456789","tags":["a",2],"count":11,
             "address":{"street":""},"sizes":{"a":1,"b":1.5},"id":"abcde","extra":[],"slug":"A","link":"x y"}
            """));
  }

  @Test
  void anIssueHasTheFieldsThatClientsRead() {
    RequestException refusal = refusal("{\"name\":\"\"}");
    assertEquals(
        "{\"issues\":[{\"code\":\"too_small\",\"minimum\":1,\"type\":\"string\",\"inclusive\":true,"
            + "\"exact\":false,\"path\":[\"name\"],\"message\":\"Must have at least 1 characters.\"}],"
            + "\"name\":\"ZodError\"}",
        JsonCodec.text(java.util.Objects.requireNonNull(refusal.data())));
    assertEquals("guard.invalid_input", refusal.code().code());
    assertEquals(400, refusal.status());
    assertEquals(Map.of("type", "body"), refusal.placeholders());
  }

  @Test
  void theCharacterNulIsRefusedWherePostgresqlCouldNotStoreIt() {
    assertEquals(1, lines("{\"name\":\"a\\u0000\"}").size());
    assertEquals(1, lines("{\"name\":\"a\",\"extra\":{\"a\":[{\"b\\u0000\":1}]}}").size());
  }

  @Test
  void onlyAStrictRecordRefusesUnknownMembers() {
    RequestException refusal =
        assertThrows(
            RequestException.class, () -> Guard.body(tree("{\"nom\":\"a\"}"), Strict.class));
    assertEquals(
        "Error in key path \"\": (unrecognized_keys) Not accepted here: nom", refusal.details());
  }

  @Test
  void aBodyThatIsNoObjectIsOneIssue() {
    assertEquals(
        List.of("Error in key path \"\": (invalid_type) Expected object but received array."),
        lines("[]"));
  }

  private static Body read(String json) {
    return Guard.body(tree(json), Body.class);
  }

  private static RequestException refusal(String json) {
    return assertThrows(RequestException.class, () -> read(json));
  }

  private static List<String> lines(String json) {
    return List.of(String.valueOf(refusal(json).details()).split("\n"));
  }

  private static JsonNode tree(String json) {
    return JsonCodec.tree(json);
  }
}
