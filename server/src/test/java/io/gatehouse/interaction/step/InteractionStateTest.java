package io.gatehouse.interaction.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.interaction.step.VerificationRecord.Password;
import io.gatehouse.interaction.step.VerificationRecord.Social;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.Identifier;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InteractionStateTest {
  private static final InteractionState BEGUN = InteractionState.begin(InteractionEvent.SIGN_IN);

  @Test
  void whatOthersVouchForStandsForACaptcha() {
    Social gone = new Social("1", "github", Map.of("state", "s"), null, null);
    assertFalse(BEGUN.with(gone).human(), "nobody has come back yet");
    Social back = new Social("1", "github", null, JsonCodec.object().put("id", "7"), null);
    assertTrue(BEGUN.with(gone).with(back).human());
    assertTrue(BEGUN.with(back).turned(InteractionEvent.REGISTER).human());
  }

  @Test
  void aPasswordDoesNot() {
    Identifier name = new Identifier(IdentifierType.USERNAME, "mira");
    InteractionState shown = BEGUN.with(new Password("1", name, true));
    assertFalse(shown.human());
    assertTrue(shown.withCaptcha().human());
  }

  @Test
  void whatIsNotAskedForIsNotWritten() {
    assertFalse(BEGUN.json().has("captcha"));
    assertEquals(
        "{\"verified\":true,\"skipped\":false}",
        BEGUN.withCaptcha().json().get("captcha").toString());
  }
}
