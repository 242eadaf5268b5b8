package io.gatehouse.branding.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class CustomPhraseApiTest {
  private static final String PHRASES = "/api/custom-phrases";
  private static final String ENGLISH = PHRASES + "/en";
  private static final String WELCOME = "{\"sign_in\":{\"title\":\"Welcome <b>in</b>\"}}";

  @Inject ApiClients clients;
  @Inject CustomPhrases phrases;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @AfterEach
  void restore() {
    api.patch(
        "/api/sign-in-exp", "{\"languageInfo\":{\"autoDetect\":true,\"fallbackLanguage\":\"en\"}}");
    api.get(PHRASES)
        .json()
        .forEach(row -> {
          String tag = row.path("languageTag").asText();
          api.put(PHRASES + "/" + tag, "{}");
          api.delete(PHRASES + "/" + tag);
        });
  }

  @Test
  void aTreeIsStoredReadReplacedAndDeleted() {
    Answer made =
        api.put(ENGLISH, "{\"sign_in\":{\"title\":\"Hello\",\"submit\":\"\"},\"social\":{}}");
    assertEquals(201, made.status(), made.text());
    assertEquals("{\"sign_in\":{\"title\":\"Hello\"}}", made.json().path("translation").toString());
    assertEquals("default", made.json().path("tenantId").asText());
    assertEquals(made.json(), api.get(ENGLISH).json());
    Answer again = api.put(ENGLISH, "{\"social\":{\"or\":\"~\"}}");
    assertEquals(201, again.status(), again.text());
    assertEquals(made.json().path("id"), again.json().path("id"));
    assertEquals("{\"social\":{\"or\":\"~\"}}", again.json().path("translation").toString());
    assertEquals(201, api.put(PHRASES + "/nl", "{}").status());
    assertEquals(2, api.get(PHRASES).json().size());
    assertEquals("nl", api.get(PHRASES).json().at("/1/languageTag").asText());
    assertEquals(204, api.delete(PHRASES + "/nl").status());
    assertEquals("entity.not_found", api.delete(PHRASES + "/nl").code());
    assertEquals("entity.not_found", api.get(PHRASES + "/nl").code());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    for (String body : new String[] {"{\"sign_in\":1}", "[]", "{\"a\":{\"b\":[\"c\"]}}"}) {
      Answer answer = api.put(ENGLISH, body);
      assertEquals(400, answer.status(), answer.text());
      assertEquals("guard.invalid_input", answer.code(), body);
    }
    for (String body :
        new String[] {
          "{\"nothing\":\"x\"}", "{\"sign_in\":\"x\"}", "{\"sign_in\":{\"title\":{\"x\":\"y\"}}}"
        }) {
      Answer answer = api.put(ENGLISH, body);
      assertEquals(422, answer.status(), answer.text());
      assertEquals("localization.invalid_translation_structure", answer.code());
    }
    for (Answer answer : new Answer[] {api.get(PHRASES + "/xx"), api.delete(PHRASES + "/e%20n")}) {
      assertEquals(400, answer.status(), answer.text());
      assertEquals("guard.invalid_input", answer.code());
    }
    assertEquals(401, clients.anonymous().get(PHRASES).status());
  }

  @Test
  void pagesSayTheTenantsWordsAtOnce() {
    assertEquals(201, api.put(ENGLISH, WELCOME).status());
    String page = page();
    assertTrue(page.contains("Welcome &lt;b&gt;in&lt;/b&gt;"), page);
    assertEquals(
        "Welcome <b>in</b>",
        clients
            .anonymous()
            .get("/api/.well-known/phrases?lng=en")
            .json()
            .at("/sign_in/title")
            .asText());
    assertEquals(
        "Sign in",
        clients
            .anonymous()
            .get("/api/.well-known/phrases?lng=en&custom=false")
            .json()
            .at("/sign_in/title")
            .asText());
    api.put(ENGLISH, "{}");
    assertFalse(page().contains("Welcome &lt;b&gt;"));
  }

  @Test
  void aLanguageOfTheTenantsOwnIsOfferedAndMayBeTheFallback() {
    String fallback = "{\"languageInfo\":{\"autoDetect\":false,\"fallbackLanguage\":\"nl\"}}";
    assertEquals(
        "sign_in_experiences.unsupported_default_language",
        api.patch("/api/sign-in-exp", fallback).code());
    api.put(PHRASES + "/nl", "{\"sign_in\":{\"title\":\"Inloggen\"}}");
    assertEquals(200, api.patch("/api/sign-in-exp", fallback).status());
    String page = page();
    assertTrue(page.contains("<html lang=\"nl\""), page);
    assertTrue(page.contains("Inloggen") && page.contains(">Nederlands</option>"), page);
    Answer kept = api.delete(PHRASES + "/nl");
    assertEquals(409, kept.status(), kept.text());
    JsonNode spoken = api.get("/api/sign-in-languages").json();
    assertEquals(
        "{\"tag\":\"nl\",\"name\":\"Nederlands\",\"builtIn\":false}",
        spoken.path("languages").get(spoken.path("languages").size() - 1).toString());
    assertTrue(spoken.at("/languages/0/builtIn").asBoolean());
    assertTrue(spoken.path("addable").toString().contains("\"sv\""));
    assertFalse(spoken.path("addable").toString().contains("\"nl\""));
    assertEquals("localization.cannot_delete_default_language", kept.code());
  }

  @Test
  void anotherTenantSaysItsOwnWords() {
    api.put(ENGLISH, WELCOME);
    assertFalse(phrases.in(TenantId.DEFAULT, Language.ENGLISH).isEmpty());
    assertTrue(phrases.in(TenantId.ADMIN, Language.ENGLISH).isEmpty());
    assertTrue(phrases.list(TenantId.ADMIN).isEmpty());
  }

  private static String page() {
    Browser browser = new Browser();
    return browser.follow(browser.authorize()).text();
  }
}
