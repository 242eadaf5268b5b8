package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.Db;
import io.gatehouse.protocol.Spec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.Fuzz;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoints over HTTP, with requests that are almost right. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ProtocolFuzzFlowTest {
  private static final int REQUESTS = 60 * Integer.getInteger("gatehouse.scale", 1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration WRITTEN = Duration.ofMillis(600);
  private static final int LONGEST_HEADER = 16_000;
  private static final List<String> STATE =
      List.of(
          "interactions",
          "pushed_requests",
          "device_authorizations",
          "authorization_codes",
          "access_tokens",
          "refresh_tokens",
          "grants",
          "sessions",
          "shown_once",
          "backchannel_requests",
          "saml_application_sessions",
          "sso_arrivals",
          "applications",
          "users");

  @Inject Provider provider;
  @Inject Db db;

  private final HttpClient http = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oidc/auth",
        "/oidc/token",
        "/oidc/request",
        "/oidc/token/introspection",
        "/oidc/token/revocation",
        "/oidc/device/auth",
        "/oidc/bc-authorize",
        "/oidc/reg",
        "/oidc/session/end",
        "/oidc/session/end/confirm",
        "/oidc/session/check",
        "/oidc/me",
        "/api/saml/none/authn",
        "/api/authn/single-sign-on/saml/none"
      })
  @Spec("RFC 6749 §3.2")
  void whatIsAlmostRightIsAnsweredAndLeavesNothing(String endpoint) throws Exception {
    TestClient client = provider.application("SPA");
    Fuzz forms =
        Fuzz.like(
            client.authorizationUrl().substring("/oidc/auth?".length()),
            "grant_type=authorization_code&code=x&code_verifier=y&redirect_uri=z&client_id="
                + client.id,
            "grant_type=refresh_token&refresh_token=x&client_id=" + client.id,
            "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=x&client_id="
                + client.id,
            "token=x&client_id=" + client.id + "&access_token=y",
            "SAMLRequest=PHA6QXV0aG5SZXF1ZXN0Lz4&SAMLResponse=PHA6UmVzcG9uc2UvPg&RelayState=x",
            "scope=openid&login_hint=mira&binding_message=W4SCT&client_id=" + client.id,
            "{\"redirect_uris\":[\"https://app.example/cb\"],\"client_name\":\"App\"}",
            "id_token_hint=a.b.c&state=s&xsrf=x&logout=yes&client_id=" + client.id,
            "client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion="
                + Fuzz.unsigned("{\"alg\":\"ES256\"}", "{\"sub\":\"" + client.id + "\"}"));
    Fuzz headers =
        Fuzz.like(
            "Basic YTpi",
            "Bearer abc",
            "DPoP " + Fuzz.unsigned("{\"alg\":\"ES256\"}", "{}"),
            Fuzz.unsigned("{\"alg\":\"ES256\",\"typ\":\"dpop+jwt\",\"jwk\":{}}", "{\"jti\":\"x\"}"),
            "_session=abc; _interaction=%7B%22a%22%3A%22b%22%7D; _session_state=x",
            "application/x-www-form-urlencoded",
            "application/json; charset=utf-8");
    long before = settled();
    long taken = 0;
    for (int i = 0; i < REQUESTS; i++) {
      HttpResponse<String> answer = send(endpoint, forms.input(i), headers, i);
      assertTrue(answer.statusCode() < 500, endpoint + " " + i + ": " + answer.body());
      if (answer.statusCode() < 400 && !refused(answer)) {
        taken++;
      }
    }
    assertTrue(rows() - before <= taken, endpoint + " leaves rows of requests that it refused");
    if (endpoint.equals("/oidc/token") || endpoint.equals("/oidc/me")) {
      assertEquals(0, taken, "nobody has shown anything");
    }
  }

  private HttpResponse<String> send(String endpoint, String form, Fuzz headers, long number)
      throws Exception {
    URI base = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(endpoint))
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(form));
    List<String> names =
        List.of("Authorization", "DPoP", "Cookie", "Client-Cert", "Accept", "Origin");
    String name = names.get((int) (number % names.size()));
    request.header(name, header(headers, number + 1_000_000));
    request.header(
        "Content-Type",
        number % 7 == 0
            ? header(headers, number + 2_000_000)
            : "application/x-www-form-urlencoded");
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** As long as the server lets one in: HTTP/2 answers longer ones by hanging up. */
  private static String header(Fuzz headers, long number) {
    String value = headers.input(number).replaceAll("[^\\x20-\\x7e]", "?");
    return value.substring(0, Math.min(value.length(), LONGEST_HEADER)).strip();
  }

  private static boolean refused(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElse("").contains("error=");
  }

  /** What proofs and assertions of earlier requests leave is written a moment after them. */
  private long settled() throws InterruptedException {
    long rows = rows();
    for (long later = rows + 1; later != rows; ) {
      rows = rows();
      Thread.sleep(WRITTEN.toMillis());
      later = rows();
    }
    return rows;
  }

  private long rows() {
    long all = 0;
    for (String table : STATE) {
      all +=
          db.one(
              TenantId.DEFAULT,
              "select count(*) as n from " + table + " where tenant_id = ?",
              row -> row.number("n"),
              TenantId.DEFAULT);
    }
    return all;
  }
}
