package io.gatehouse.oidc.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A confidential client that is answered by the letter, and a person with every claim there is. */
final class StrictClient {
  final TestClient web;
  final String basic;
  final String user;
  private final Provider provider;

  StrictClient(Provider provider) {
    this.provider = provider;
    web = provider.application("Traditional");
    basic = basic(provider, web);
    user = provider.person();
    String path = "/api/applications/" + web.id + "/strict-oidc";
    assertEquals(200, provider.api().put(path, "{\"enabled\":true}").status());
    describe();
  }

  /** A code for the person, who signs in for it. */
  String code(String... changes) {
    return provider.code(user, provider.browser(), web, changes);
  }

  Answer exchange(String code) {
    Answer answer = web.token(codeForm(code), "Authorization", basic);
    assertEquals(200, answer.status(), answer.json().toString());
    return answer;
  }

  Map<String, String> codeForm(String code) {
    return Map.of(
        "grant_type",
        "authorization_code",
        "code",
        code,
        "code_verifier",
        TestClient.VERIFIER,
        "redirect_uri",
        Provider.CALLBACK);
  }

  static String basic(Provider provider, TestClient client) {
    String pair = client.id + ":" + provider.secretOf(client);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private void describe() {
    String digits = String.valueOf(System.nanoTime()).replaceAll("^.*(.{9})$", "$1");
    var named =
        provider
            .api()
            .patch(
                "/api/users/" + user,
                """
                {"name": "Ann Lee", "avatar": "https://rp.example/ann.png",
                 "primaryEmail": "%s@example.com", "primaryPhone": "15%s"}
                """
                    .formatted(user, digits));
    assertEquals(200, named.status(), named.text());
    var described =
        provider
            .api()
            .patch(
                "/api/users/" + user + "/profile",
                """
                {"profile": {"familyName": "Lee", "givenName": "Ann", "middleName": "B", "nickname": "ann",
                 "preferredUsername": "annlee", "profile": "https://rp.example/ann", "website": "https://ann.example",
                 "gender": "female", "birthdate": "1990-01-01", "zoneinfo": "Europe/Paris", "locale": "fr-FR",
                 "address": {"formatted": "Lee Road 5, Paris", "streetAddress": "Lee Road 5", "locality": "Paris"}}}
                """);
    assertEquals(200, described.status(), described.text());
  }
}
