package io.gatehouse.oidc.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.protocol.Spec;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SessionStateTest {
  private static final String BROWSER = SessionState.ofBrowser("session");

  @Test
  @Spec("OpenID Connect Session Management §2")
  void aStateHoldsForItsClientOriginAndBrowserAlone() {
    String state = of("https://rp.example/callback");
    assertTrue(SessionState.holds(state, "client", "https://rp.example", BROWSER));
    assertFalse(SessionState.holds(state, "another", "https://rp.example", BROWSER));
    assertFalse(SessionState.holds(state, "client", "https://rp.example:8443", BROWSER));
    assertFalse(
        SessionState.holds(
            state, "client", "https://rp.example", SessionState.ofBrowser("another")));
    assertFalse(state.equals(of("https://rp.example/callback")), "each has a salt of its own");
    assertFalse(BROWSER.contains("session"), "the cookie names nobody");
  }

  @Test
  void theUsualPortIsNoPartOfAnOrigin() {
    assertTrue(
        SessionState.holds(
            of("https://rp.example:443/a"), "client", "https://rp.example", BROWSER));
    assertTrue(
        SessionState.holds(
            of("http://localhost:3000/a"), "client", "http://localhost:3000", BROWSER));
    assertTrue(
        SessionState.holds(of("http://rp.example:80/"), "client", "http://rp.example", BROWSER));
  }

  @Test
  void anApplicationWithoutAnOriginGetsNone() {
    assertNull(SessionState.of("session", "client", "com.example.app://callback"));
    assertNull(SessionState.of("session", "client", "not a uri"));
  }

  @Property(tries = 300)
  void noTextHoldsByChance(@ForAll String state, @ForAll String client, @ForAll String origin) {
    assertEquals(false, SessionState.holds(state, client, origin, BROWSER));
  }

  private static String of(String redirectUri) {
    return Objects.requireNonNull(SessionState.of("session", "client", redirectUri));
  }
}
