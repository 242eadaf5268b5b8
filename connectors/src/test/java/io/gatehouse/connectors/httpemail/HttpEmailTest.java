package io.gatehouse.connectors.httpemail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.SocialTrip;
import io.gatehouse.connectors.StandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEmailTest {
  private final StandIn endpoint = new StandIn().json("/mail", "{}");
  private final Message message =
      new Message(
          "a@b.c",
          "SignIn",
          (ObjectNode) SocialTrip.json("{'code':'123456','locale':'fr'}"),
          "203.0.113.7",
          null);

  @AfterEach
  void stop() {
    endpoint.close();
  }

  private void send(Message message, String more) {
    var config = SocialTrip.json("{'endpoint':'" + endpoint.uri("/mail") + "'" + more + "}");
    new HttpEmail().send(message, config, endpoint.outside());
  }

  @Test
  void theWholeMessageIsPosted() {
    send(message, ",'authorization':'Bearer k'");
    var asked = endpoint.asked("/mail");
    assertEquals("POST", asked.method());
    assertEquals("Bearer k", asked.header("Authorization"));
    assertEquals("application/json", asked.header("Content-Type"));
    assertEquals(
        SocialTrip.json(
            "{'to':'a@b.c','type':'SignIn','payload':{'code':'123456','locale':'fr'},'ip':'203.0.113.7'}"),
        SocialTrip.json(asked.body()));
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    send(new Message("a@b.c", "Generic", message.payload()), "");
    assertNull(endpoint.asked("/mail").header("Authorization"));
    assertEquals(false, SocialTrip.json(endpoint.asked("/mail").body()).has("ip"));
  }

  @ParameterizedTest
  @CsvSource({
    "500,connector.general,400",
    "401,connector.general,400",
    "429,connector.rate_limit_exceeded,429"
  })
  void failuresOfTheEndpointBecomeErrors(int status, String code, int own) {
    endpoint.reply("/mail", status, "text/plain", "no");
    var failure = assertThrows(ConnectorException.class, () -> send(message, ""));
    assertEquals(code, failure.code());
    assertEquals(own, failure.status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{'endpoint':'mail'}", "{'endpoint':'http://x','authorization':'a\\nB: c'}"})
  void faultsOfTheConfigurationAreRefused(String config) {
    assertThrows(ConnectorException.class, () -> new HttpEmail().check(SocialTrip.json(config)));
  }
}
