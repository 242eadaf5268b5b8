package io.gatehouse.branding.captcha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.branding.captcha.CaptchaConfig.Mode;
import io.gatehouse.branding.captcha.CaptchaConfig.Recaptcha;
import io.gatehouse.branding.captcha.CaptchaConfig.Turnstile;
import io.gatehouse.branding.captcha.CaptchaConfig.Type;
import io.gatehouse.connectors.Outside;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.ProviderPlaces;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.StandInCaptcha;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens are checked at their provider, and by nobody else's keys. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class CaptchasTest {
  @Inject Captchas captchas;
  @Inject ApiClients clients;
  @Inject ProviderPlaces places;
  @Inject Outside world;

  private StandInCaptcha outside;
  private ApiClient api;

  @BeforeEach
  void begin() {
    outside = new StandInCaptcha(places);
    api = clients.management();
  }

  @AfterEach
  void restore() {
    api.delete("/api/captcha-provider");
    places.restore();
    outside.close();
  }

  @Test
  void turnstileIsAskedWithItsSecret() {
    configure("{\"type\":\"Turnstile\",\"siteKey\":\"site\",\"secretKey\":\"secret\"}");
    assertEquals(Optional.empty(), refusal("person"));
    assertEquals(Optional.of("refused: [\"invalid-input-response\"]"), refusal("program"));
    assertEquals(2, outside.asked().size());
  }

  @Test
  void whatIsNoTokenIsNotAskedAbout() {
    configure("{\"type\":\"Turnstile\",\"siteKey\":\"site\",\"secretKey\":\"secret\"}");
    assertTrue(refusal(" ").isPresent());
    assertTrue(refusal("x".repeat(20_000)).isPresent());
    assertEquals(0, outside.asked().size());
  }

  @Test
  void nobodyPassesWhileTheProviderDoesNotAnswer() {
    configure("{\"type\":\"Turnstile\",\"siteKey\":\"site\",\"secretKey\":\"secret\"}");
    outside.down(true);
    assertEquals(Optional.of("HTTP 503, which is no JSON"), refusal("person"));
    outside.close();
    assertTrue(refusal("person").orElse("").startsWith("No answer from"));
  }

  @Test
  void aScoreCountsWhereNobodyTickedABox() {
    configure(recaptcha("secret", "invisible"));
    assertEquals(Optional.empty(), refusal("person"));
    String asked = outside.asked().getFirst();
    assertTrue(asked.startsWith("/projects/project%20one/assessments {"), asked);
    assertTrue(asked.contains("\"siteKey\":\"site\""), asked);
    assertEquals(Optional.of("invalid: MALFORMED"), refusal("program"));
    outside.score(0.4);
    assertEquals(Optional.of("the score is 0.4"), refusal("person"));
    configure(recaptcha("secret", "checkbox"));
    assertEquals(Optional.empty(), refusal("person"));
    configure(recaptcha("another", "checkbox"));
    assertEquals(Optional.of("HTTP 403: \"PERMISSION_DENIED\""), refusal("person"));
  }

  @Test
  void anotherTenantHasNothingOfIt() {
    configure("{\"type\":\"Turnstile\",\"siteKey\":\"site\",\"secretKey\":\"secret\"}");
    assertEquals(
        Optional.of("no provider is configured"), captchas.refusal(TenantId.ADMIN, "person"));
    assertEquals(0, outside.asked().size(), "its keys are used for nobody else");
  }

  @Test
  void aHostThatIsNoneDoesNotGetIntoThePolicy() {
    var odd = new Recaptcha(Type.RecaptchaEnterprise, "site", "k", "p", "x.org; *", Mode.CHECKBOX);
    var moved =
        new Recaptcha(Type.RecaptchaEnterprise, "site", "k", "p", "www.recaptcha.net", null);
    assertEquals("https://www.google.com/recaptcha/enterprise.js", script(odd));
    assertEquals("https://www.recaptcha.net/recaptcha/enterprise.js", script(moved));
    assertEquals(
        "https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit",
        script(new Turnstile(Type.Turnstile, "site", "k")));
  }

  private String script(CaptchaConfig config) {
    return CaptchaWidget.of(config, world).script().toString();
  }

  private Optional<String> refusal(String token) {
    return captchas.refusal(TenantId.DEFAULT, token);
  }

  private void configure(String config) {
    assertEquals(200, api.put("/api/captcha-provider", "{\"config\":" + config + "}").status());
  }

  private static String recaptcha(String key, String mode) {
    return "{\"type\":\"RecaptchaEnterprise\",\"siteKey\":\"site\",\"secretKey\":\"%s\",\"projectId\":\"project one\",\"mode\":\"%s\"}"
        .formatted(key, mode);
  }
}
