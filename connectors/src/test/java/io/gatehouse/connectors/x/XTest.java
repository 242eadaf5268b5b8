package io.gatehouse.connectors.x;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.connectors.SocialTrip;
import io.gatehouse.connectors.StandIn;
import io.gatehouse.protocol.Pkce;
import org.junit.jupiter.api.Test;

class XTest {
  private static final String CONFIG = "{'clientId':'me','clientSecret':'s'}";

  @Test
  void theVerifierIsTheOneOfTheChallenge() {
    try (var provider =
        new StandIn()
            .json("/2/oauth2/token", "{\"access_token\":\"at\",\"token_type\":\"bearer\"}")
            .json("/2/users/me", "{\"data\":{\"id\":\"1\"}}")) {
      var trip = new SocialTrip(new X(), CONFIG, provider.outside());
      var query = StandIn.parse(trip.leave().getRawQuery());
      trip.back("{'code':'c0de'}");
      String verifier = provider.asked("/2/oauth2/token").form().get("code_verifier");
      assertEquals(query.get("code_challenge"), Pkce.s256(verifier));
    }
  }

  @Test
  void aSessionThatHasForgottenEverythingEndsTheTrip() {
    try (var provider = new StandIn()) {
      var trip = new SocialTrip(new X(), CONFIG, provider.outside());
      assertEquals("connector.general", trip.failingBack("{'code':'c0de'}").code());
      assertEquals(0, provider.asked().size());
    }
  }
}
