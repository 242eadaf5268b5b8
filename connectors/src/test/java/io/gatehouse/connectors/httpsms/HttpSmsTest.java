package io.gatehouse.connectors.httpsms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.SocialTrip;
import io.gatehouse.connectors.StandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSmsTest {
  private final StandIn endpoint = new StandIn().json("/sms", "{}");
  private final Message message =
      new Message("15550100", "Register", (ObjectNode) SocialTrip.json("{'code':'123456'}"));

  @AfterEach
  void stop() {
    endpoint.close();
  }

  private void send() {
    new HttpSms()
        .send(
            message,
            SocialTrip.json("{'endpoint':'" + endpoint.uri("/sms") + "','authorization':'Key k'}"),
            endpoint.outside());
  }

  @Test
  void theWholeMessageIsPosted() {
    send();
    var asked = endpoint.asked("/sms");
    assertEquals("Key k", asked.header("Authorization"));
    assertEquals(
        SocialTrip.json("{'to':'15550100','type':'Register','payload':{'code':'123456'}}"),
        SocialTrip.json(asked.body()));
  }

  @Test
  void aRefusalOfTheEndpointIsPassedOn() {
    endpoint.reply("/sms", 503, "application/json", "{\"why\":\"closed\"}");
    var failure = assertThrows(ConnectorException.class, this::send);
    assertEquals("connector.general", failure.code());
    assertEquals("closed", SocialTrip.data(failure).path("why").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'endpoint':'ftp://x'}", "{'endpoint':'sms'}"})
  void faultsOfTheConfigurationAreRefused(String config) {
    assertThrows(ConnectorException.class, () -> new HttpSms().check(SocialTrip.json(config)));
  }
}
