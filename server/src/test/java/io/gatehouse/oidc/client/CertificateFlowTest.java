package io.gatehouse.oidc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.crypto.certificate.ShownCertificate;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.TestCertificates;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.interfaces.ECPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that show a certificate, passed on by a proxy. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class CertificateFlowTest {
  private static final String API = "https://default.logto.app/api";
  private static final String HEADER = "Client-Cert";

  @Inject Provider provider;
  @Inject ApiClients clients;

  private final TestCertificates authority = TestCertificates.selfSigned("CN=Authority");
  private final TestCertificates own = authority.issues("CN=Client,O=Harbour");
  private final TestCertificates other = authority.issues("CN=Other,O=Harbour");
  private TestClient machine;

  @BeforeEach
  void prepare() {
    machine = provider.application("MachineToMachine");
  }

  @Test
  @Spec("RFC 8705 §2.1")
  void aCertificateIsTheClientsByANameInIt() {
    for (String name :
        List.of(
            "\"subjectDn\":\"o=Harbour, cn=Client\"",
            "\"sanDns\":\"CLIENT.example\"",
            "\"sanUri\":\"urn:client\"",
            "\"sanIp\":\"192.0.2.7\"",
            "\"sanEmail\":\"client@client.example\"")) {
      register("\"method\":\"tls_client_auth\",\"certificateName\":{" + name + "}");
      assertEquals(200, ask(HEADER, own.header()).status(), name);
    }
    register(
        "\"method\":\"tls_client_auth\",\"certificateName\":{\"subjectDn\":\"O=Harbour,CN=Client\"}");
    Answer refused = ask(HEADER, other.header());
    assertEquals(401, refused.status());
    assertEquals("invalid_client", refused.error());
    assertEquals("invalid_client", ask().error());
    assertEquals("invalid_client", ask(HEADER, "nonsense").error());
    // A secret is not enough any more.
    Map<String, String> secret = Map.of("client_secret", provider.secretOf(machine));
    assertEquals("invalid_client", ask(secret, HEADER, own.header()).error());
  }

  @Test
  @Spec("RFC 8705 §2.2")
  void aCertificateThatNobodyElseSignedIsAmongTheKeys() {
    register("\"method\":\"self_signed_tls_client_auth\",\"jwks\":" + published(own));
    assertEquals(200, ask(HEADER, own.header()).status());
    assertEquals("invalid_client", ask(HEADER, other.header()).error());
  }

  @Test
  @Spec("RFC 8705 §3")
  @Spec("RFC 8705 §3.1")
  void aBoundTokenNamesTheCertificate() {
    register(
        "\"method\":\"tls_client_auth\",\"certificateName\":{\"sanDns\":\"client.example\"},"
            + "\"certificateBoundTokens\":true");
    Answer tokens = ask(HEADER, own.header());
    assertEquals("Bearer", tokens.text("token_type"));
    assertEquals(
        new ShownCertificate(own.certificate(), true).thumbprint(),
        TestClient.payload(tokens.text("access_token")).path("cnf").path("x5t#S256").asText());
  }

  @Test
  @Spec("RFC 8705 §3")
  @Spec("RFC 8705 §3.2")
  void aBoundTokenWorksWithItsCertificateOnly() throws Exception {
    TestClient web = provider.application("Traditional");
    register(
        web,
        "\"method\":\"self_signed_tls_client_auth\",\"certificateBoundTokens\":true,\"jwks\":"
            + published(own));
    String user = provider.person();
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", web.id);
    form.put("code", provider.code(user, provider.browser(), web));
    form.put("code_verifier", TestClient.VERIFIER);
    form.put("redirect_uri", web.redirectUri);
    Answer tokens = web.token(form, HEADER, own.header());
    assertEquals(200, tokens.status(), tokens.json().toString());
    String token = tokens.text("access_token");
    assertEquals(200, userinfo(token, own));
    assertEquals(401, userinfo(token, other));
    assertEquals(401, web.userinfo(token).status());
    Map<String, String> asked = Map.of("client_id", web.id, "token", token);
    Answer told = web.post("/oidc/token/introspection", asked, HEADER, own.header());
    assertEquals(
        new ShownCertificate(own.certificate(), true).thumbprint(),
        told.json().path("cnf").path("x5t#S256").asText(),
        told.json().toString());
    // The refresh token of a client that authenticates is the client's, whatever it shows next.
    Map<String, String> again = new HashMap<>();
    again.put("grant_type", "refresh_token");
    again.put("client_id", web.id);
    again.put("refresh_token", tokens.text("refresh_token"));
    assertEquals(200, web.token(again, HEADER, own.header()).status());
  }

  /** Certificates in place of DPoP: for the client itself, and for its tokens. */
  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.1")
  void aClientThatIsHeldToFapiMayBindItsTokensToItsCertificate() throws Exception {
    TestClient web = provider.application("Traditional");
    register(
        web,
        "\"method\":\"tls_client_auth\",\"certificateName\":{\"subjectDn\":\"O=Harbour,CN=Client\"},"
            + "\"certificateBoundTokens\":true,\"fapi\":true");
    Answer pushed =
        web.post("/oidc/request", TestClient.query(web.authorizationUrl()), HEADER, own.header());
    assertEquals(201, pushed.status(), pushed.json().toString());
    EmulatedBrowser browser = provider.browser();
    browser.get(
        "/oidc/auth?"
            + TestClient.form(
                Map.of("client_id", web.id, "request_uri", pushed.text("request_uri"))));
    String code =
        TestClient.query(
                Provider.location(
                    browser.get(provider.signedIn().byPage(browser, web.id, provider.person()))))
            .get("code");
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", web.id);
    form.put("code", Provider.present(code));
    form.put("code_verifier", TestClient.VERIFIER);
    form.put("redirect_uri", web.redirectUri);
    assertEquals("invalid_client", web.token(form, HEADER, other.header()).error());
    Answer tokens = web.token(form, HEADER, own.header());
    assertEquals("Bearer", tokens.text("token_type"), tokens.json().toString());
    assertEquals(200, userinfo(tokens.text("access_token"), own));
    assertEquals(401, userinfo(tokens.text("access_token"), other));
    // Bound to neither, it would need a proof by DPoP.
    register(
        web,
        "\"method\":\"tls_client_auth\",\"certificateName\":{\"subjectDn\":\"O=Harbour,CN=Client\"},\"fapi\":true");
    Map<String, String> again = new HashMap<>();
    again.put("grant_type", "refresh_token");
    again.put("client_id", web.id);
    again.put("refresh_token", tokens.text("refresh_token"));
    assertEquals("invalid_request", web.token(again, HEADER, own.header()).error());
  }

  @Test
  @Spec("RFC 8705 §3")
  void theManagementApiTakesABoundTokenWithItsCertificateOnly() {
    provider
        .api()
        .post(
            "/api/roles/" + provider.roleNamed("Logto Management API access") + "/applications",
            "{\"applicationIds\":[\"" + machine.id + "\"]}");
    register(
        "\"method\":\"self_signed_tls_client_auth\",\"certificateBoundTokens\":true,\"jwks\":"
            + published(own));
    String token = ask(Map.of("scope", "all"), HEADER, own.header()).text("access_token");
    ApiClient machines = clients.with(token);
    assertEquals(200, machines.get("/api/roles", HEADER, own.header()).status());
    assertEquals("auth.unauthorized", machines.get("/api/roles", HEADER, other.header()).code());
    assertEquals("auth.unauthorized", machines.get("/api/roles").code());
  }

  @Test
  void settingsThatDoNotFitAreRefused() {
    assertContradictory("\"method\":\"tls_client_auth\"");
    assertContradictory("\"method\":\"tls_client_auth\",\"certificateName\":{}");
    assertContradictory(
        "\"method\":\"tls_client_auth\",\"certificateName\":{\"sanDns\":\"a\",\"sanUri\":\"b\"}");
    assertContradictory(
        "\"method\":\"tls_client_auth\",\"certificateName\":{\"subjectDn\":\"nonsense\"}");
    assertContradictory(
        "\"method\":\"tls_client_auth\",\"certificateName\":{\"sanIp\":\"nonsense\"}");
    assertContradictory("\"method\":\"self_signed_tls_client_auth\"");
    TestClient page = provider.application("SPA");
    machine = page;
    assertContradictory("\"certificateBoundTokens\":true");
  }

  @Test
  void discoverySaysSo() {
    var metadata = provider.api().get("/oidc/.well-known/openid-configuration").json();
    String methods = metadata.get("token_endpoint_auth_methods_supported").toString();
    assertTrue(methods.contains("\"self_signed_tls_client_auth\""), methods);
    assertTrue(metadata.get("tls_client_certificate_bound_access_tokens").asBoolean());
  }

  private void assertContradictory(String members) {
    ApiClient.Answer refused = put(machine, members);
    assertEquals(422, refused.status(), refused.text());
    assertEquals("request.invalid_input", refused.code());
  }

  private void register(String members) {
    register(machine, members);
  }

  private void register(TestClient client, String members) {
    ApiClient.Answer answer = put(client, members);
    assertEquals(200, answer.status(), answer.text());
  }

  private ApiClient.Answer put(TestClient client, String members) {
    return provider
        .api()
        .put("/api/applications/" + client.id + "/authentication", "{" + members + "}");
  }

  private static String published(TestCertificates of) {
    try {
      ECKey key =
          new ECKey.Builder(Curve.P_256, (ECPublicKey) of.pair().getPublic())
              .x509CertChain(List.of(Base64.encode(of.certificate().getEncoded())))
              .build();
      return new JWKSet(key).toString();
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer ask(String... headers) {
    return ask(Map.of(), headers);
  }

  private Answer ask(Map<String, String> more, String... headers) {
    Map<String, String> form = new HashMap<>(more);
    form.put("grant_type", "client_credentials");
    form.put("client_id", machine.id);
    form.put("resource", API);
    return machine.token(form, headers);
  }

  private static int userinfo(String token, TestCertificates shown) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(ConfigProvider.getConfig().getValue("test.url", String.class))
                    .resolve("/oidc/me"))
            .header("Authorization", "Bearer " + token)
            .header(HEADER, shown.header())
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }
}
