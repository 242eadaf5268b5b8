package io.gatehouse.platform.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {
  @Test
  void readsWhatWasSent() throws JsonProcessingException {
    assertEquals("é", JsonCodec.sent("{\"name\": \"é\"}".getBytes(UTF_8)).path("name").asText());
  }

  /** The parser guesses an encoding of four bytes a character from the first ones. */
  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{} {}", "{\"a\": \"\uFFFF", "{\0\0\0\0\0\0!", "\0\0\0{\uD7FF\0\0\0"})
  void saysInOneWayThatItIsNoJson(String text) {
    assertThrows(JsonProcessingException.class, () -> JsonCodec.sent(text.getBytes(UTF_8)));
  }
}
