package io.gatehouse.oidc.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.Publisher;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How somebody else's application introduces itself: in the reader's language, with a picture. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class IntroductionFlowTest {
  private static final String PICTURE =
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- é --></svg>";
  private static final Pattern SHOWN = Pattern.compile("src=\"(/application-logo/[^\"]+)\"");

  @Inject Provider provider;
  @Inject Registrar registrar;

  @BeforeEach
  void allow() {
    registrar.allowEverything();
  }

  @AfterEach
  void refuse() {
    registrar.refuseAll();
  }

  @Test
  @Spec("OpenID Connect Registration §2")
  void itsPictureComesFromHereAndItsHostIsAskedOnce() {
    try (Publisher host = new Publisher(PICTURE, "image/svg+xml")) {
      TestClient client = client(Registrar.metadata().put("logo_uri", host.url()));
      String page = signInPage(client);
      assertFalse(page.contains(host.url()), page);
      for (int i = 0; i < 3; i++) {
        HttpResponse<String> picture = provider.browser().get(shown(page));
        assertEquals(200, picture.statusCode());
        assertEquals(PICTURE, picture.body());
        assertEquals("image/svg+xml", picture.headers().firstValue("content-type").orElse(""));
        assertTrue(
            picture.headers().firstValue("content-security-policy").orElse("").contains("sandbox"));
      }
      assertEquals(1, host.calls());
    }
  }

  @Test
  void whatIsNoPictureIsALetter() {
    try (Publisher page = new Publisher("<html>", "text/html");
        Publisher large = new Publisher("x".repeat(300_000), "image/png");
        Publisher nothing = new Publisher("", "image/png")) {
      nothing.answerWith(404);
      for (Publisher host : new Publisher[] {page, large, nothing}) {
        String shown = shown(signInPage(client(Registrar.metadata().put("logo_uri", host.url()))));
        HttpResponse<String> letter = provider.browser().get(shown);
        assertEquals(200, letter.statusCode());
        assertTrue(letter.body().contains(">R</text>"), letter.body());
        provider.browser().get(shown);
        assertEquals(1, host.calls());
      }
    }
  }

  @Test
  void noOtherAddressIsAsked() {
    TestClient client = client(Registrar.metadata());
    EmulatedBrowser browser = provider.browser();
    String shown = shown(signInPage(client));
    String other = "/application-logo/0123456789abcdef0123456789abcdef?client_id=" + client.id;
    assertEquals(404, browser.get(other).statusCode());
    assertEquals(404, browser.get(shown.replace(client.id, "nobody")).statusCode());
    assertEquals(404, browser.get(shown.split("\\?", 2)[0]).statusCode());
  }

  @Test
  @Spec("RFC 7591 §2.2")
  void itSpeaksTheLanguageOfItsReader() {
    registrar.refused(
        "invalid_client_metadata", m -> m.put("policy_uri#es", "javascript:alert(1)"));
    TestClient client =
        client(
            Registrar.metadata()
                .put("tos_uri#fr", "https://app.example/conditions")
                .put("client_name#pt-PT", "A minha aplicação"));
    String french = signInPage(client, "ui_locales", "fr");
    assertTrue(french.contains("Mon application"), french);
    assertTrue(french.contains("href=\"https://app.example/conditions\""), french);
    assertTrue(french.contains("href=\"https://app.example/privacy\""), french);
    assertTrue(signInPage(client, "ui_locales", "pt-BR").contains("A minha aplicação"));
    assertTrue(signInPage(client, "ui_locales", "es").contains("Registered"));
    // What an administrator writes counts in every language.
    provider
        .api()
        .put(
            "/api/applications/" + client.id + "/sign-in-experience",
            "{\"displayName\":\"Checked by us\"}");
    String checked = signInPage(client, "ui_locales", "fr");
    assertTrue(checked.contains("Checked by us") && !checked.contains("Mon application"), checked);
  }

  private TestClient client(ObjectNode metadata) {
    return registrar.client(registrar.register(metadata));
  }

  private String signInPage(TestClient client, String... changes) {
    EmulatedBrowser browser = provider.browser();
    String[] all = new String[changes.length + 4];
    System.arraycopy(new String[] {"scope", "openid", "prompt", ""}, 0, all, 0, 4);
    System.arraycopy(changes, 0, all, 4, changes.length);
    return browser.get(Provider.location(browser.get(client.authorizationUrl(all)))).body();
  }

  private static String shown(String page) {
    Matcher shown = SHOWN.matcher(page);
    assertTrue(shown.find(), page);
    return shown.group(1).replace("&amp;", "&");
  }
}
