package io.gatehouse.signin.mfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.People;
import io.gatehouse.user.User;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the tests of these pages do again and again. */
final class SecondStep {
  private static final Pattern SECRET = Pattern.compile("data-copy=\"([A-Z2-7]+)\"");
  private static final Pattern CODE = Pattern.compile("<li>([0-9a-f]{10})</li>");
  private static final String NONE =
      """
      {"mfa":{"factors":[],"policy":"UserControlled"},"sentinelPolicy":{},
       "signUp":{"identifiers":["username"],"password":true,"verify":false},
       "signIn":{"methods":[{"identifier":"username","password":true,"verificationCode":false,"isPasswordPrimary":true}]},
       "forgotPasswordMethods":[]}
      """;

  private SecondStep() {}

  /** Asks for these factors, by this policy. */
  static void asks(ApiClient api, String policy, String... factors) {
    settings(
        api,
        "{\"mfa\":{\"policy\":\"%s\",\"factors\":[\"%s\"]}}"
            .formatted(policy, String.join("\",\"", factors)));
  }

  /** Asks for nothing any more. */
  static void rests(ApiClient api) {
    settings(api, NONE);
  }

  static void settings(ApiClient api, String patch) {
    Answer changed = api.patch("/api/sign-in-exp", patch);
    assertEquals(200, changed.status(), changed.text());
  }

  /** Sends e-mails to this mailbox. */
  static void mailsTo(ApiClient api, Mailbox mailbox) {
    String connector = "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}";
    Answer made = api.post("/api/connectors", connector);
    assertEquals(200, made.status(), made.text());
  }

  /** Gives somebody an authenticator app, and tells its secret. */
  static String secretFor(ApiClient api, User person) {
    Answer made =
        api.post("/api/users/" + person.id() + "/mfa-verifications", "{\"type\":\"Totp\"}");
    assertEquals(200, made.status(), made.text());
    return made.json().path("secret").asText();
  }

  /** Gives them backup codes. */
  static List<String> codesFor(ApiClient api, User person) {
    Answer made =
        api.post("/api/users/" + person.id() + "/mfa-verifications", "{\"type\":\"BackupCode\"}");
    assertEquals(200, made.status(), made.text());
    return made.json().path("codes").valueStream().map(code -> code.asText()).toList();
  }

  /** Begins a sign-in and shows the password; answers with where that leads. */
  static Seen password(Browser browser, User person) {
    browser.follow(browser.authorize());
    return browser.post(
        "/sign-in?app_id=demo-app",
        "identifier",
        String.valueOf(person.username()),
        "password",
        People.PASSWORD);
  }

  static Seen post(Browser browser, String path, String... fields) {
    return browser.post(path + "?app_id=demo-app", fields);
  }

  static Seen get(Browser browser, String path) {
    return browser.get(path + "?app_id=demo-app");
  }

  /** That the answer leads to this page, which can be seen. */
  static Seen leads(Browser browser, Seen answer, String path) {
    assertEquals(path + "?app_id=demo-app", answer.location(), answer.text());
    Seen page = browser.get(answer.location());
    assertEquals(200, page.status(), page.location());
    return page;
  }

  /** That the sign-in is over: the application gets its code. */
  static void arrives(Browser browser, Seen answer) {
    assertTrue(answer.location().startsWith("/oidc/auth/"), answer.location() + answer.text());
    Seen back = browser.get(answer.location());
    assertNotNull(back.parameter("code"), back.location() + back.text());
  }

  /** The secret that a page shows. */
  static String secret(Seen page) {
    return SECRET
        .matcher(page.text())
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError(page.text()));
  }

  /** The backup codes that a page shows. */
  static List<String> codes(Seen page) {
    return CODE.matcher(page.text()).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
