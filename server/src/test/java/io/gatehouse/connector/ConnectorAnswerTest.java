package io.gatehouse.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Connector;
import io.gatehouse.connectors.huggingface.HuggingFace;
import io.gatehouse.connectors.oauth2.OAuth2;
import io.gatehouse.platform.json.JsonCodec;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConnectorAnswerTest {

  @Test
  void theDescriptionNamesTheMembersThatAreAnswered() {
    for (Connector factory : List.of(new HuggingFace(), new OAuth2())) {
      var instance =
          new ConnectorInstance(
              "id", factory, JsonCodec.object(), JsonCodec.object(), false, false, Instant.EPOCH);
      var ofFactory =
          new ConnectorAnswer.OfFactory(factory.metadata(), factory.type().wire(), false);
      var described =
          new ConnectorAnswer(
              ofFactory,
              factory.metadata().id(),
              false,
              false,
              instance.metadata(),
              instance.config(),
              JsonCodec.object());
      assertEquals(members(described), members(ConnectorView.of(instance, "en")));
      assertEquals(members(ofFactory), members(ConnectorView.of(factory, "en")));
    }
  }

  private static Set<String> members(Object answer) {
    JsonNode json = JsonCodec.mapper().valueToTree(answer);
    Set<String> names = new TreeSet<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
