package io.gatehouse.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What the log tells of connectors that could not go on. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ConnectorFailureFlowTest {
  @Inject ApiClients clients;

  @Test
  void aRefusalOfAConnectorIsOneLineOfTheLog() {
    List<LogRecord> told = new CopyOnWriteArrayList<>();
    Handler listener = listener(told);
    Logger log = Logger.getLogger(Failures.class.getName());
    log.addHandler(listener);
    try {
      var refused =
          clients
              .management()
              .post("/api/connectors", "{\"connectorId\":\"http-email\",\"config\":{}}");
      assertEquals("connector.invalid_config", refused.code(), refused.text());
    } finally {
      log.removeHandler(listener);
    }
    assertEquals(1, told.size(), told.toString());
    assertNull(told.getFirst().getThrown());
  }

  @Test
  void othersWordsNeitherBreakTheLineNorFillTheLog() {
    String line =
        Failures.line(
            ConnectorError.GENERAL.exception(
                "no", new IOException("a\r\nb\u2028" + "c".repeat(9_000))));
    assertTrue(line.startsWith("connector.general"), line);
    assertTrue(line.contains(": a  b c"), line);
    assertTrue(line.length() < 600, line);
    assertFalse(
        Failures.line(ConnectorError.GENERAL.exception()).contains("null"),
        "what is not there is not told");
  }

  private static Handler listener(List<LogRecord> told) {
    return new Handler() {
      @Override
      public void publish(LogRecord each) {
        told.add(each);
      }

      @Override
      public void flush() {
        // Nothing waits.
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }
}
