package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.platform.crypto.SentJws;
import io.gatehouse.platform.crypto.VerificationKey;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The provider under test, with what its flow tests need of it: applications, people, browsers. */
@Singleton
public class Provider {
  public static final String CALLBACK = "http://localhost:3000/callback";

  private static final Pattern XSRF = Pattern.compile("name=\"xsrf\" value=\"([^\"]+)\"");

  private final ApiClients clients;
  private final SignedIn signedIn;
  private final People people;

  public Provider(ApiClients clients, SignedIn signedIn, People people) {
    this.clients = clients;
    this.signedIn = signedIn;
    this.people = people;
  }

  public ApiClient api() {
    return clients.management();
  }

  /** Whoever shows this token, or nothing. */
  public ApiClient anybody(@Nullable String token) {
    return token == null ? clients.anonymous() : clients.with(token);
  }

  /** A relying party whose application is there. */
  public TestClient client(String id, String redirectUri) {
    return new TestClient(base(), id, redirectUri);
  }

  public SignedIn signedIn() {
    return signedIn;
  }

  public EmulatedBrowser browser() {
    return new EmulatedBrowser(base());
  }

  /** A new person's id. */
  public String person() {
    return people.anybody().id();
  }

  public TestClient application(String type) {
    return application(type, "");
  }

  /**
   * A new application that returns to {@link #CALLBACK}.
   *
   * @param more members of its JSON, with a comma in front
   */
  public TestClient application(String type, String more) {
    ApiClient.Answer made =
        api()
            .post(
                "/api/applications",
                """
                {"name": "App", "type": "%s", "oidcClientMetadata":
                  {"redirectUris": ["%s"], "postLogoutRedirectUris": ["http://localhost:3000/"]}%s}
                """
                    .formatted(type, CALLBACK, more));
    assertEquals(200, made.status(), made.text());
    return new TestClient(base(), made.json().get("id").asText(), CALLBACK);
  }

  /**
   * A new application on a device.
   *
   * @param more members of its JSON, with a comma in front
   */
  public TestClient device(String name, String more) {
    ApiClient.Answer made =
        api()
            .post(
                "/api/applications",
                """
                {"name": "%s", "type": "Native", "customClientMetadata": {"isDeviceFlow": true}%s}
                """
                    .formatted(name, more));
    assertEquals(200, made.status(), made.text());
    return new TestClient(base(), made.json().get("id").asText(), CALLBACK);
  }

  public String secretOf(TestClient client) {
    return api()
        .get("/api/applications/" + client.id + "/secrets")
        .json()
        .get(0)
        .get("value")
        .asText();
  }

  /** A code for the person, who signs in where the browser's session does not do. */
  public String code(String user, EmulatedBrowser browser, TestClient client, String... changes) {
    HttpResponse<String> asked = browser.get(client.authorizationUrl(changes));
    if (location(asked).startsWith("/sign-in")) {
      asked = browser.get(signedIn.byPage(browser, client.id, user));
    }
    return present(TestClient.query(location(asked)).get("code"));
  }

  /** Sees that an authorization request with these changes goes back to the client in error. */
  public void assertError(
      TestClient client, EmulatedBrowser browser, String error, String... changes) {
    String location = location(browser.get(client.authorizationUrl(changes)));
    assertTrue(location.startsWith(CALLBACK), location);
    Map<String, String> answer = TestClient.query(location);
    assertEquals(error, answer.get("error"), location);
    assertEquals("st4te", answer.get("state"));
    assertEquals("http://localhost:3001/oidc", answer.get("iss"));
  }

  /** Sees that a token is signed by this algorithm, with the published key that it names. */
  public void assertSigned(String token, String alg) {
    assertEquals(alg, TestClient.header(token).path("alg").asText());
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWK key =
          JWKSet.parse(api().get("/oidc/jwks").text()).getKeyByKeyId(jwt.getHeader().getKeyID());
      assertTrue(
          VerificationKey.of(key).orElseThrow().verifies(SentJws.signed(jwt.serialize())), alg);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> signOut(EmulatedBrowser browser, TestClient client) {
    return browser.post(
        "/oidc/session/end/confirm",
        Map.of("xsrf", xsrf(browser.get(signOutUrl(client))), "logout", "yes"));
  }

  public static String signOutUrl(TestClient client) {
    return "/oidc/session/end?client_id="
        + client.id
        + "&post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A3000%2F&state=bye";
  }

  public static String xsrf(HttpResponse<String> page) {
    assertEquals(200, page.statusCode(), page.body());
    Matcher found = XSRF.matcher(page.body());
    assertTrue(found.find(), page.body());
    return found.group(1);
  }

  /** The id of a new resource with these scopes, all of which the person gets by a role. */
  public String resourceWithRole(String user, String indicator, String... scopes) {
    String resource =
        made("/api/resources", "{\"name\":\"R\",\"indicator\":\"" + indicator + "\"}");
    List<String> ids = new ArrayList<>();
    for (String scope : scopes) {
      String path = "/api/resources/" + resource + "/scopes";
      ids.add("\"" + made(path, "{\"name\":\"" + scope + "\"}") + "\"");
    }
    String role =
        made(
            "/api/roles",
            "{\"name\":\"r%s\",\"description\":\"d\",\"scopeIds\":[%s]}"
                .formatted(user, String.join(",", ids)));
    ApiClient.Answer given =
        api().post("/api/roles/" + role + "/users", "{\"userIds\":[\"" + user + "\"]}");
    assertEquals(201, given.status(), given.text());
    return resource;
  }

  /** Posts, and answers the id of what was made. */
  public String made(String path, String body) {
    ApiClient.Answer answer = api().post(path, body);
    assertEquals(2, answer.status() / 100, answer.text());
    return answer.json().path("id").asText();
  }

  public String roleNamed(String name) {
    for (JsonNode role : api().get("/api/roles?page_size=100").json()) {
      if (role.get("name").asText().equals(name)) {
        return role.get("id").asText();
      }
    }
    throw new AssertionError(name);
  }

  public static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> running = executor.invokeAll(Collections.nCopies(threads, work));
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    }
  }

  public static String present(@Nullable String value) {
    return Objects.requireNonNull(value);
  }

  public static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("location")
        .orElse(answer.statusCode() + " " + answer.body());
  }

  private static URI base() {
    return URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
  }
}
