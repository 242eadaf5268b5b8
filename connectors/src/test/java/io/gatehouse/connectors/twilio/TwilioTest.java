package io.gatehouse.connectors.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.SocialTrip;
import io.gatehouse.connectors.StandIn;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioTest {
  private static final String PATH = "/2010-04-01/Accounts/AC1/Messages.json";
  private static final String TEMPLATES =
      "'templates':[{'usageType':'SignIn','content':'In: {{code}}'},{'usageType':'Register','content':'New: {{code}}'},"
          + "{'usageType':'ForgotPassword','content':'Reset: {{code}}'},{'usageType':'Generic','content':'{{code}} & you'}]";
  private static final String CONFIG =
      "{'accountSID':'AC1','authToken':'t','fromMessagingServiceSID':'MG1'%s," + TEMPLATES + "}";

  private final StandIn twilio = new StandIn().reply(PATH, 201, "application/json", "{}");

  @AfterEach
  void stop() {
    twilio.close();
  }

  private void send(String type, String more) {
    new Twilio()
        .send(
            new Message("15550100", type, (ObjectNode) SocialTrip.json("{'code':'123456'}")),
            SocialTrip.json(CONFIG.formatted(more)),
            twilio.outside());
  }

  @Test
  void theTextGoesThroughTheMessagingService() {
    send("SignIn", "");
    var asked = twilio.asked(PATH);
    assertEquals("Basic QUMxOnQ=", asked.header("Authorization"));
    assertEquals(
        Map.of("To", "+15550100", "MessagingServiceSid", "MG1", "Body", "In: 123456"),
        asked.form());
  }

  @Test
  void occasionsWithoutATemplateTakeTheGenericOne() {
    send("BindMfa", ",'disableRiskCheck':true");
    assertEquals("123456 & you", twilio.asked(PATH).form().get("Body"));
    assertEquals("disable", twilio.asked(PATH).form().get("RiskCheck"));
  }

  @ParameterizedTest
  @CsvSource({"401,connector.general", "429,connector.rate_limit_exceeded"})
  void refusalsBecomeErrors(int status, String code) {
    twilio.reply(PATH, status, "application/json", "{\"code\":20003,\"message\":\"Authenticate\"}");
    var failure = assertThrows(ConnectorException.class, () -> send("SignIn", ""));
    assertEquals(code, failure.code());
    assertTrue(status == 429 || SocialTrip.data(failure).path("code").asInt() == 20003);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'accountSID':'AC1','authToken':'t','fromMessagingServiceSID':'MG1','templates':[]}",
        "{'accountSID':'../x','authToken':'t','fromMessagingServiceSID':'MG1'," + TEMPLATES + "}",
        "{'accountSID':'AC1','fromMessagingServiceSID':'MG1'," + TEMPLATES + "}"
      })
  void faultsOfTheConfigurationAreRefused(String config) {
    assertThrows(ConnectorException.class, () -> new Twilio().check(SocialTrip.json(config)));
  }
}
