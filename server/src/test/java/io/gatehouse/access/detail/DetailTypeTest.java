package io.gatehouse.access.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.access.detail.DetailField.Kind;
import io.gatehouse.platform.json.JsonCodec;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DetailTypeTest {
  private final DetailType type =
      new DetailType(
          "id",
          "t",
          "T",
          "https://api.example",
          List.of(
              new DetailField("amount", null, Kind.NUMBER, true, null),
              new DetailField("currency", null, Kind.TEXT, null, List.of("EUR")),
              new DetailField("actions", null, Kind.LIST, null, List.of("read", "write")),
              new DetailField("limit", null, Kind.OBJECT, null, null)),
          Instant.EPOCH);

  @Test
  void whatHasItsFieldsFits() {
    assertNull(wrong("\"amount\":1"));
    assertNull(wrong("\"amount\":1.5,\"currency\":\"EUR\",\"actions\":[\"read\"]"));
    assertNull(wrong("\"amount\":1,\"limit\":{\"of\":3,\"in\":\"days\"}"));
  }

  @Test
  void whatIsMissingOrStrangeIsSaid() {
    assertEquals("a member is missing: amount", wrong("\"currency\":\"EUR\""));
    for (String strange :
        List.of(
            "\"currency\":\"USD\"",
            "\"currency\":1",
            "\"actions\":[\"delete\"]",
            "\"actions\":\"read\"",
            "\"actions\":[]",
            "\"limit\":{\"of\":{}}",
            "\"limit\":{\"of\":\"\\u0000\"}",
            "\"limit\":[]",
            "\"other\":1",
            "\"currency\":null")) {
      assertTrue(
          String.valueOf(wrong("\"amount\":1," + strange)).startsWith("a member is unknown"),
          strange);
    }
  }

  @Test
  void itIsForItsResourceOnly() {
    assertTrue(type.isFor("https://api.example"));
    assertFalse(type.isFor("https://other.example"));
    assertTrue(new DetailType("id", "t", "T", null, List.of(), Instant.EPOCH).isFor("anything"));
  }

  private @Nullable String wrong(String members) {
    return type.wrong(JsonCodec.tree("{\"type\":\"t\"," + members + "}"));
  }
}
