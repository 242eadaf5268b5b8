package io.gatehouse.oidc.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Spec;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimsRequestTest {
  @Test
  @Spec("OpenID Connect Core §5.5.1")
  void whatIsAskedForIsKeptAndWhatIsNotUnderstoodIsLeftOut() {
    ClaimsRequest asked =
        ClaimsRequest.parse(
            """
            {"userinfo": {"given_name": {"essential": true}, "picture": null, "http://example.info/claims/groups": null},
             "id_token": {"acr": {"values": ["gold", "silver"]}, "sub": {"value": "ann"}}, "more": 1}
            """);
    assertEquals(java.util.Set.of("given_name", "picture"), asked.userinfo().keySet());
    assertTrue(Objects.requireNonNull(asked.userinfo().get("given_name")).essential());
    assertEquals(
        List.of("gold", "silver"), Objects.requireNonNull(asked.idToken().get("acr")).values());
    assertEquals("ann", asked.subject());
    assertEquals(asked, JsonCodec.read(JsonCodec.text(asked), ClaimsRequest.class));
  }

  @Test
  @Spec("OpenID Connect Core §5.5.1.1")
  void onlyAnEssentialStrengthIsAnOrder() {
    assertTrue(strength("{\"values\":[\"gold\"]}").accepts(Acr.SINGLE_FACTOR));
    assertTrue(strength("{\"essential\":true}").accepts(Acr.SINGLE_FACTOR));
    assertFalse(strength("{\"essential\":true,\"value\":\"gold\"}").accepts(Acr.SINGLE_FACTOR));
    ClaimsRequest mfa =
        strength("{\"essential\":true,\"values\":[\"" + Acr.MULTI_FACTOR.value() + "\"]}");
    assertTrue(mfa.accepts(Acr.of(List.of("pwd", "otp", "mfa"))));
    assertFalse(mfa.accepts(Acr.of(List.of("pwd"))));
  }

  @Test
  void acrValuesAreAWish() {
    assertNull(ClaimsRequest.of(null, null));
    ClaimsRequest asked = Objects.requireNonNull(ClaimsRequest.of(null, "gold silver"));
    assertTrue(asked.asksIdToken("acr") && asked.accepts(Acr.SINGLE_FACTOR));
  }

  @Test
  @Spec("OpenID Connect Core §5.5.1.1")
  void theFirstStrengthThatMeansSomethingIsTheOneThatIsPreferred() {
    String several = Acr.MULTI_FACTOR.value();
    String one = Acr.SINGLE_FACTOR.value();
    assertTrue(wished("gold " + several + " " + one).prefersSeveralFactors());
    assertFalse(wished(one + " " + several).prefersSeveralFactors());
    assertFalse(wished("gold silver").prefersSeveralFactors());
    assertTrue(strength("{\"value\":\"" + several + "\"}").prefersSeveralFactors());
    assertFalse(strength("null").prefersSeveralFactors());
  }

  private static ClaimsRequest wished(String acrValues) {
    return Objects.requireNonNull(ClaimsRequest.of(null, acrValues));
  }

  @Test
  void aRequestThatIsTooLongIsRefused() {
    assertNull(attempt("{" + " ".repeat(9_000) + "}"));
  }

  @Property(tries = 500)
  void nothingButARefusalComesOfAnyText(@ForAll String text) {
    attempt(text);
    attempt("{\"userinfo\":{\"name\":" + text + "}}");
    attempt("{\"id_token\":{\"acr\":{\"values\":[" + text + "]}}}");
  }

  private static ClaimsRequest strength(String how) {
    return ClaimsRequest.parse("{\"id_token\":{\"acr\":" + how + "}}");
  }

  private static @Nullable ClaimsRequest attempt(String text) {
    try {
      return ClaimsRequest.parse(text);
    } catch (OAuthException e) {
      return null;
    }
  }
}
