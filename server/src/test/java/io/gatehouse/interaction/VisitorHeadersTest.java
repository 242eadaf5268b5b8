package io.gatehouse.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.config.SettingsReader;
import io.gatehouse.platform.config.StartupProblem;
import io.vertx.core.MultiMap;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitorHeadersTest {
  private static final String MAPPING = "INJECTED_HEADER_MAPPING_JSON";

  @TempDir Path folder;

  @Test
  void aTrustedProxyTellsWhereTheVisitorIs() {
    MultiMap sent =
        headers("X-Logto-CF-Country", "NZ").add("x-logto-cf-city", "Ōtautahi").add("x-city", "?");
    assertEquals(
        Map.of("country", "NZ", "city", "Ōtautahi"),
        reading(Map.of("TRUST_PROXY_HEADER", "true")).of(sent));
  }

  @Test
  void nobodyElseIsBelieved() {
    assertTrue(reading(Map.of()).of(headers("x-logto-cf-country", "NZ")).isEmpty());
  }

  @Test
  void theHeadersCanBeThoseOfAnotherProxy() {
    VisitorHeaders reading =
        reading(Map.of("TRUST_PROXY_HEADER", "true", MAPPING, "{\"country\": \"CF-IPCountry\"}"));
    assertEquals(Map.of("country", "PT"), reading.of(headers("cf-ipcountry", "PT")));
    assertTrue(reading.of(headers("x-logto-cf-country", "NZ")).isEmpty());
  }

  @Test
  void whatIsEmptyOrEndlessIsLeftOut() {
    VisitorHeaders reading = reading(Map.of("TRUST_PROXY_HEADER", "true"));
    assertTrue(reading.of(headers("x-logto-cf-country", " ")).isEmpty());
    assertTrue(reading.of(headers("x-logto-cf-country", "x".repeat(201))).isEmpty());
  }

  @Test
  void aMappingThatIsNoneIsRefusedAtTheStart() {
    for (String wrong :
        new String[] {
          "country", "[]", "{\"country\": 1}", "{\"country\": \"a b\"}", "{\"\": \"a\"}"
        }) {
      StartupProblem problem =
          assertThrows(StartupProblem.class, () -> settings(Map.of(MAPPING, wrong)), wrong);
      String told = String.valueOf(problem.getMessage());
      assertTrue(told.contains(MAPPING), told);
    }
  }

  private VisitorHeaders reading(Map<String, String> environment) {
    return new VisitorHeaders(settings(environment));
  }

  private Settings settings(Map<String, String> environment) {
    return SettingsReader.read(environment, folder).settings();
  }

  private static MultiMap headers(String name, String value) {
    return MultiMap.caseInsensitiveMultiMap().add(name, value);
  }
}
