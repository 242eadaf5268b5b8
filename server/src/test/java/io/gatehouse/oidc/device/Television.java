package io.gatehouse.oidc.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** A device without a keyboard, and the browser of whoever connects it. */
final class Television {
  static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

  final TestClient client;
  final EmulatedBrowser browser;
  final String user;
  private final Provider provider;

  /**
   * A new one, whose owner is somebody new.
   *
   * @param more members of the application's JSON, with a comma in front
   */
  Television(Provider provider, String more) {
    this.provider = provider;
    this.client = provider.device("Television", more);
    this.browser = provider.browser();
    this.user = provider.person();
  }

  Answer connected(String scope) {
    Answer codes = begin(scope);
    typed(codes.text("user_code"));
    assertEquals("/device/success", signIn(confirm(codes.text("user_code"))));
    Answer tokens = poll(codes.text("device_code"));
    assertEquals(200, tokens.status(), tokens.json().toString());
    return tokens;
  }

  Answer begin(String scope) {
    Answer codes = ask(client.id, Map.of("scope", scope));
    assertEquals(200, codes.status(), codes.json().toString());
    return codes;
  }

  Answer ask(String clientId, Map<String, String> asked) {
    Map<String, String> form = new HashMap<>(asked);
    form.put("client_id", clientId);
    return client.post("/oidc/device/auth", form);
  }

  Answer poll(String deviceCode) {
    return poll(client, deviceCode);
  }

  Answer poll(TestClient asking, String deviceCode) {
    return asking.token(pollForm(asking, deviceCode));
  }

  static Map<String, String> pollForm(TestClient asking, String deviceCode) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", GRANT);
    form.put("client_id", asking.id);
    form.put("device_code", deviceCode);
    return form;
  }

  /** Types the code; answers the page that follows. */
  HttpResponse<String> typed(String code) {
    return browser.get(Provider.location(sent(code)));
  }

  /** Types the code; answers what the form answers. */
  HttpResponse<String> sent(String code) {
    String page = Provider.location(browser.get("/oidc/device"));
    assertEquals(200, browser.get(page).statusCode());
    return post(Map.of("user_code", code));
  }

  HttpResponse<String> confirm(String code) {
    return post(Map.of("user_code", code, "confirm", "yes"));
  }

  HttpResponse<String> post(Map<String, String> fields) {
    Map<String, String> form = new HashMap<>(fields);
    form.put("xsrf", Provider.xsrf(browser.get("/device")));
    return browser.post("/oidc/device", form);
  }

  /** Signs the person in; answers where that ends. */
  String signIn(HttpResponse<String> confirmed) {
    browser.get(Provider.location(confirmed));
    String done =
        Provider.location(browser.get(provider.signedIn().byPage(browser, client.id, user)));
    return Provider.location(browser.get(path(done)));
  }

  static String path(String url) {
    return url.substring("http://localhost:3001".length());
  }

  static String body(HttpResponse<String> page) {
    return body(page, 200);
  }

  static String body(HttpResponse<String> page, int status) {
    assertEquals(status, page.statusCode(), page.body());
    return page.body();
  }
}
