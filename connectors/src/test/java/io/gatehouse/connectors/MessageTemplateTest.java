package io.gatehouse.connectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTemplateTest {
  private static final MessageTemplate SIGN_IN = plain("SignIn");
  private static final MessageTemplate GENERIC = plain("Generic");

  private static MessageTemplate plain(String type) {
    return new MessageTemplate(type, "text/plain", type, "{{code}}");
  }

  private static Message message(String type) {
    return new Message("a@b.c", type, (ObjectNode) SocialTrip.json("{'code':'1'}"));
  }

  @Test
  void theOwnTypeGoesBeforeGenericAndTheTenantsOwnBeforeBoth() {
    var templates = List.of(GENERIC, SIGN_IN);
    assertSame(SIGN_IN, MessageTemplate.choose(message("SignIn"), templates));
    assertSame(GENERIC, MessageTemplate.choose(message("BindMfa"), templates));
    var own = plain("Own");
    var message = new Message("a", "SignIn", message("x").payload(), null, own);
    assertSame(own, MessageTemplate.choose(message, templates));
  }

  @Test
  void noTemplateAtAllIsAnError() {
    var failure =
        assertThrows(
            ConnectorException.class,
            () -> MessageTemplate.choose(message("BindMfa"), List.of(SIGN_IN)));
    assertEquals("connector.template_not_found", failure.code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "Code {{code}}, {{ code }} | Code 12$1\\, 12$1\\",
        "{{user.name}} | Ada <b>",
        "{{user.none}}! | !",
        "{{user.none.deeper}}! | !",
        "{{nobody.name}} | {{nobody.name}}",
        "{{user}} | {\"name\":\"Ada <b>\",\"age\":36}",
        "{{user.age}} | 36",
        "{{nothing}}! | !",
        "{{}} {{ . }} {code} | {{}} {{ . }} {code}",
      })
  void placesAreFilledFromThePayload(String text, String expected) {
    var payload =
        SocialTrip.json("{'code':'12$1\\\\','user':{'name':'Ada <b>','age':36},'nothing':null}");
    assertEquals(expected, MessageTemplate.render(text, payload, false));
  }

  @Test
  void valuesAreEscapedInHtmlOnlyAndNeverFilledTwice() {
    var payload =
        SocialTrip.json("{'name':'<a href=\\'x\\'>&{{code}}','code':'1'}".replace("\\'", "\\\""));
    assertEquals(
        "<p>&lt;a href=&quot;x&quot;&gt;&amp;{{code}}</p>",
        new MessageTemplate("T", "text/html", "", "<p>{{name}}</p>").render(payload));
    assertEquals(
        "<a href=\"x\">&{{code}}",
        new MessageTemplate("T", "text/plain", "", "{{name}}").render(payload));
  }
}
