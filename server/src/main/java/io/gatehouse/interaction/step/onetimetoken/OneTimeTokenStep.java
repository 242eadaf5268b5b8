package io.gatehouse.interaction.step.onetimetoken;

import io.gatehouse.interaction.step.Guessing;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.message.onetimetoken.OneTimeToken;
import io.gatehouse.message.onetimetoken.OneTimeTokenError;
import io.gatehouse.message.onetimetoken.OneTimeTokens;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;

/** Takes a one-time token as the proof of its address; a token that is taken is used up. */
@Singleton
public class OneTimeTokenStep {
  private final OneTimeTokens tokens;
  private final Guessing guessing;

  OneTimeTokenStep(OneTimeTokens tokens, Guessing guessing) {
    this.tokens = tokens;
    this.guessing = guessing;
  }

  /** The proof, unless the token is wrong, over, or made for something else. */
  public VerificationRecord.OneTimeToken verify(Journey journey, Identifier email, String token) {
    OneTimeToken used = guessing.guard(journey, email, () -> consumed(journey, email, token));
    return new VerificationRecord.OneTimeToken(
        VerificationRecord.newId(), email, true, used.context());
  }

  private OneTimeToken consumed(Journey journey, Identifier email, String token) {
    OneTimeToken.Purpose purpose =
        tokens.check(journey.tenantId(), token, email.value()).context().interactionEvent();
    if (purpose != null && !purpose.name().equals(journey.state().interactionEvent().wire())) {
      throw OneTimeTokenError.OTHER_PURPOSE.exception();
    }
    return tokens.consume(journey.tenantId(), token, email.value());
  }
}
