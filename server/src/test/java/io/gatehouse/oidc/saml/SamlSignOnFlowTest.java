package io.gatehouse.oidc.saml;

import static io.gatehouse.oidc.saml.ServiceProvider.firstText;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.TestCertificates;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Service providers, whose identity provider this server is. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SamlSignOnFlowTest {
  private static final String APPLICATIONS = "/api/saml-applications/";
  private static final String NAME_ID = "urn:oasis:names:tc:SAML:";

  @Inject Provider provider;
  @Inject ApiClients clients;
  @Inject People people;

  private String id = "";
  private ServiceProvider sp;
  private User ann;

  @BeforeEach
  void register() throws Exception {
    id =
        provider.made(
            "/api/saml-applications",
            """
            {"name": "Intranet", "entityId": "%s",
             "acsUrl": {"binding": "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST", "url": "%s"},
             "attributeMapping": {"sub": "uid", "email": "urn:oid:0.9.2342.19200300.100.1.3", "roles": "groups",
               "custom_data": "data", "nickname": "nick"}}
            """
                .formatted(ServiceProvider.ENTITY, ServiceProvider.ACS));
    sp = new ServiceProvider(provider.api().get(APPLICATIONS + id + "/metadata").text());
    String name = People.username();
    ann = people.with(name, name + "@example.org");
  }

  @Test
  @Spec("SAML 2.0 Bindings §3.4")
  @Spec("SAML 2.0 Profiles §4.1.4.2")
  @Spec("SAML 2.0 Profiles §4.1.4.5")
  void aRedirectSignsSomebodyIn() throws Exception {
    String role =
        provider.made(
            "/api/roles", "{\"name\":\"R & <D> %s\",\"description\":\"-\"}".formatted(id));
    provider.api().post("/api/users/" + ann.id() + "/roles", "{\"roleIds\":[\"" + role + "\"]}");
    provider.api().patch("/api/users/" + ann.id() + "/custom-data", "{\"customData\":{\"a\":1}}");
    EmulatedBrowser browser = provider.browser();
    String state = "\"><script>alert(1)</script>";
    HttpResponse<String> begun = browser.get(redirect("_r1", "&RelayState=" + encoded(state)));
    assertEquals(302, begun.statusCode(), begun.body());
    String cookie = begun.headers().firstValue("set-cookie").orElse("").toLowerCase(Locale.ROOT);
    assertTrue(cookie.startsWith("_logto_sp_saml_sso_session_id="), cookie);
    assertTrue(cookie.contains("samesite=strict; httponly"), cookie);
    Map<String, String> asked = TestClient.query(Provider.location(begun));
    assertEquals("login", asked.get("prompt"));
    assertEquals("openid profile email roles custom_data", asked.get("scope"));

    HttpResponse<String> page = signedIn(browser, begun);
    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().contains("action=\"" + ServiceProvider.ACS + "\""), page.body());
    assertFalse(page.body().contains("<script>alert"), page.body());
    assertTrue(page.headers().firstValue("Content-Security-Policy").orElse("").contains("'nonce-"));
    assertEquals("", browser.cookie("_logto_sp_saml_sso_session_id"));
    Map<String, String> fields = ServiceProvider.fields(page.body());
    assertEquals(state, fields.get("RelayState"));

    Element response = sp.response(Provider.present(fields.get("SAMLResponse")));
    sp.requireSigned(response);
    assertEquals(ServiceProvider.ACS, response.getAttribute("Destination"));
    assertEquals("_r1", response.getAttribute("InResponseTo"));
    Element assertion = sp.assertion(response, TestCertificates.rsa("CN=unused"));
    assertEquals("http://localhost:3001/saml/" + id, firstText(assertion, "Issuer"));
    assertEquals(ServiceProvider.ENTITY, firstText(assertion, "Audience"));
    Element confirmation = ServiceProvider.only(assertion, "SubjectConfirmationData");
    assertEquals("_r1", confirmation.getAttribute("InResponseTo"));
    assertEquals(ServiceProvider.ACS, confirmation.getAttribute("Recipient"));
    Instant end = Instant.parse(confirmation.getAttribute("NotOnOrAfter"));
    assertTrue(end.isAfter(Instant.now()) && end.isBefore(Instant.now().plusSeconds(301)));
    assertEquals(
        "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport",
        firstText(assertion, "AuthnContextClassRef"));
    assertFalse(
        ServiceProvider.only(assertion, "AuthnStatement").getAttribute("SessionIndex").isEmpty());
    assertEquals(ann.id(), firstText(assertion, "NameID"));
    assertEquals(
        Map.of(
            "uid", List.of(ann.id()),
            "urn:oid:0.9.2342.19200300.100.1.3", List.of(String.valueOf(ann.primaryEmail())),
            "groups", List.of("R & <D> " + id),
            "data", List.of("{\"a\":1}")),
        ServiceProvider.attributes(assertion));
    assertLogged("SamlApplication.AuthnRequest", "Success");
    assertLogged("SamlApplication.Callback", "Success");
  }

  @Test
  @Spec("SAML 2.0 Bindings §3.5")
  @Spec("SAML 2.0 Core §8.3")
  void aFormSignsSomebodyInByEachKindOfName() throws Exception {
    assertEquals(ann.id(), nameBy("2.0:nameid-format:persistent"));
    assertEquals(ann.id(), nameBy("1.1:nameid-format:unspecified"));
    assertEquals(ann.primaryEmail(), nameBy("1.1:nameid-format:emailAddress"));
    String once = nameBy("2.0:nameid-format:transient");
    assertFalse(once.contains(ann.id()));
    assertFalse(once.equals(nameBy("2.0:nameid-format:transient")));
  }

  @Test
  void aPersonWithoutAnAddressCannotBeNamedByIt() {
    patch("{\"nameIdFormat\":\"" + NAME_ID + "1.1:nameid-format:emailAddress\"}");
    ann = people.anybody();
    EmulatedBrowser browser = provider.browser();
    HttpResponse<String> page = signedIn(browser, browser.get(redirect("_r", "")));
    assertEquals(400, page.statusCode());
    assertTrue(page.body().contains("The person has no email address."), page.body());
    assertLogged("SamlApplication.Callback", "Error");
  }

  @Test
  @Spec("SAML 2.0 Core §2.3.4")
  void anAssertionIsEncryptedForTheServiceProvider() throws Exception {
    TestCertificates own = TestCertificates.rsa("CN=sp");
    for (boolean signsLast : new boolean[] {true, false}) {
      patch(
          "{\"encryption\":{\"encryptAssertion\":true,\"encryptThenSign\":%s,\"certificate\":\"%s\"}}"
              .formatted(
                  signsLast, Base64.getEncoder().encodeToString(own.certificate().getEncoded())));
      EmulatedBrowser browser = provider.browser();
      HttpResponse<String> page = signedIn(browser, browser.get(redirect("_r", "")));
      String value = Provider.present(ServiceProvider.fields(page.body()).get("SAMLResponse"));
      assertFalse(new String(Base64.getDecoder().decode(value), UTF_8).contains(ann.id()));
      Element response = sp.response(value);
      if (signsLast) {
        sp.requireSigned(response);
      } else {
        assertFalse(ServiceProvider.signed(response));
      }
      assertEquals(ann.id(), firstText(sp.assertion(response, own), "NameID"));
    }
    patch(
        "{\"encryption\":{\"encryptAssertion\":true,\"encryptThenSign\":true,\"certificate\":\"none\"}}");
    EmulatedBrowser browser = provider.browser();
    assertEquals(400, signedIn(browser, browser.get(redirect("_r", ""))).statusCode());
  }

  @Test
  void aRequestThatDoesNotFitIsRefused() {
    assertRefused("", "guard.invalid_input");
    assertRefused("SAMLRequest=", "guard.invalid_input");
    String good = ServiceProvider.redirect(ServiceProvider.request("_r", ServiceProvider.ENTITY));
    assertRefused(good + "&RelayState=" + "x".repeat(513), "guard.invalid_input");
    assertRefused(good + "&other=1&other=2", "guard.invalid_input");
    assertRefused("SAMLRequest=%25%25", "application.saml.invalid_saml_request");
    for (String wrong :
        List.of(
            "<a/>",
            "no xml",
            ServiceProvider.request("", ServiceProvider.ENTITY),
            ServiceProvider.request("1", ServiceProvider.ENTITY),
            ServiceProvider.request("_r", ""),
            ServiceProvider.request("_r", ServiceProvider.ENTITY).replace("2.0\"", "1.1\""),
            ServiceProvider.request("_r", ServiceProvider.ENTITY).replace("2026-", ""),
            "<!DOCTYPE a [<!ENTITY x 'y'>]>"
                + ServiceProvider.request("_r", ServiceProvider.ENTITY))) {
      assertRefused(ServiceProvider.redirect(wrong), "application.saml.invalid_saml_request");
    }
    assertRefused(
        ServiceProvider.redirect(ServiceProvider.request("_r", ServiceProvider.ENTITY + "x")),
        "application.saml.auth_request_issuer_not_match");
    assertLogged("SamlApplication.AuthnRequest", "Error");
    HttpResponse<String> page = provider.browser().get("/api/saml/" + id + "/authn?SAMLRequest=x");
    assertEquals(400, page.statusCode());
    assertTrue(page.body().contains("The SAML request is not valid."), page.body());
    patch("{\"acsUrl\":null}");
    assertRefused(good, "application.saml.acs_url_required");
    patch("{\"entityId\":null}");
    assertRefused(good, "application.saml.entity_id_required");
    assertEquals(
        "entity.not_found", clients.anonymous().get("/api/saml/none/authn?" + good).code());
    assertEquals(404, clients.atAdmin(null).get("/api/saml/" + id + "/authn?" + good).status());
  }

  @Test
  void anAddressThatIsNoneOfTheWebIsSentNothing() {
    patch(
        "{\"acsUrl\":{\"binding\":\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\",\"url\":\"ftp://sp.example/\"}}");
    EmulatedBrowser browser = provider.browser();
    HttpResponse<String> page = signedIn(browser, browser.get(redirect("_r", "")));
    assertEquals(400, page.statusCode());
    assertFalse(page.body().contains("SAMLResponse"));
  }

  @Test
  void aSignInBelongsToItsBrowserAndCountsOnce() throws Exception {
    EmulatedBrowser browser = provider.browser();
    String callback = callback(browser, browser.get(redirect("_r", "")));
    assertRefusedAtCallback(
        callback, "application.saml.sp_initiated_saml_sso_session_not_found_in_cookies");
    HttpResponse<String> past = provider.browser().get(callback);
    assertEquals(200, past.statusCode());
    assertTrue(past.body().contains("method=\"get\""), past.body());
    Map<String, String> again = ServiceProvider.fields(past.body());
    assertEquals(400, provider.browser().get(withQuery(again)).statusCode());

    EmulatedBrowser other = provider.browser();
    other.setCookie("_logto_sp_saml_sso_session_id", "guessed");
    assertEquals(400, other.get(callback).statusCode());
    assertEquals(
        400, browser.copy().get(callback.replaceFirst("state=[^&]*", "state=x")).statusCode());

    EmulatedBrowser late = browser.copy();
    List<Integer> statuses = Provider.atOnce(16, () -> browser.copy().get(callback).statusCode());
    assertEquals(1, statuses.stream().filter(status -> status == 200).count(), "" + statuses);
    assertEquals(15, statuses.stream().filter(status -> status == 400).count(), "" + statuses);
    assertEquals(400, late.get(callback).statusCode());
  }

  @Test
  void aSignInThatNoServiceProviderBeganIsTold() throws Exception {
    EmulatedBrowser browser = provider.browser();
    HttpResponse<String> begun =
        browser.get(
            "/oidc/auth?client_id="
                + id
                + "&response_type=code&scope=openid+profile&redirect_uri="
                + encoded("http://localhost:3001" + APPLICATIONS + id + "/callback"));
    String callback =
        Provider.location(browser.get(provider.signedIn().byPage(browser, id, ann.id())));
    assertEquals(303, begun.statusCode());
    String code = Provider.present(TestClient.query(callback).get("code"));
    TestClient client =
        new TestClient(
            URI.create("http://localhost:" + port()),
            id,
            "http://localhost:3001" + APPLICATIONS + id + "/callback");
    assertEquals(400, client.exchange(code).status(), "codes end within the server");
    HttpResponse<String> page = browser.get(local(callback));
    assertEquals(200, page.statusCode(), page.body());
    Element response =
        sp.response(Provider.present(ServiceProvider.fields(page.body()).get("SAMLResponse")));
    assertFalse(response.hasAttribute("InResponseTo"));
    assertEquals(ann.id(), firstText(response, "NameID"));
    assertRefusedAtCallback(callback, "oidc.invalid_token");
  }

  @Test
  void whatComesBackInsteadOfACodeIsSaid() {
    String path = APPLICATIONS + id + "/callback";
    assertRefusedAtCallback(path, "guard.invalid_input");
    assertRefusedAtCallback(path + "?code=a&error=b", "guard.invalid_input");
    assertRefusedAtCallback(path + "?error=b&state=c", "guard.invalid_input");
    assertRefusedAtCallback(path + "?error=b", "oidc.invalid_request");
    assertRefusedAtCallback(path + "?code=a", "oidc.invalid_token");
    assertRefusedAtCallback(
        path + "?code=a&redirectUri=https://a.example", "oidc.invalid_redirect_uri");
    assertRefusedAtCallback(APPLICATIONS + "none/callback?code=a", "entity.not_found");
    HttpResponse<String> page = provider.browser().get(path + "?error=access_denied&state=c");
    assertEquals(400, page.statusCode());
    assertTrue(page.body().contains("Access was denied."), page.body());
  }

  @Test
  void accessControlHolds() {
    ApiClient api = provider.api();
    assertEquals(
        200,
        api.put(
                "/api/applications/" + id + "/access-control",
                "{\"userIds\":[\"%s\"],\"userRoleIds\":[],\"organizationIds\":[],\"organizationRoleRules\":[]}"
                    .formatted(ann.id()))
            .status());
    patch("{\"appLevelAccessControlEnabled\":true}");
    EmulatedBrowser admitted = provider.browser();
    assertEquals(200, signedIn(admitted, admitted.get(redirect("_r", ""))).statusCode());
    ann = people.anybody();
    EmulatedBrowser browser = provider.browser();
    HttpResponse<String> begun = browser.get(redirect("_r", ""));
    browser.get(local(Provider.location(begun)));
    String next = Provider.location(browser.get(provider.signedIn().byPage(browser, id, ann.id())));
    assertEquals("/consent?app_id=" + id, next);
  }

  private String nameBy(String format) throws Exception {
    patch("{\"nameIdFormat\":\"" + NAME_ID + format + "\"}");
    EmulatedBrowser browser = provider.browser();
    HttpResponse<String> begun =
        browser.post(
            "/api/saml/" + id + "/authn",
            Map.of(
                "SAMLRequest",
                ServiceProvider.field(ServiceProvider.request("_r", ServiceProvider.ENTITY))));
    HttpResponse<String> page = signedIn(browser, begun);
    Map<String, String> fields = ServiceProvider.fields(page.body());
    assertEquals(List.of("SAMLResponse"), List.copyOf(fields.keySet()));
    Element response = sp.response(Provider.present(fields.get("SAMLResponse")));
    sp.requireSigned(response);
    Element name =
        ServiceProvider.only(sp.assertion(response, TestCertificates.rsa("CN=unused")), "NameID");
    assertEquals(NAME_ID + format, name.getAttribute("Format"));
    return name.getTextContent();
  }

  private String redirect(String request, String more) {
    return "/api/saml/"
        + id
        + "/authn?"
        + ServiceProvider.redirect(ServiceProvider.request(request, ServiceProvider.ENTITY))
        + more;
  }

  /** The page after the sign-in. */
  private HttpResponse<String> signedIn(EmulatedBrowser browser, HttpResponse<String> begun) {
    return browser.get(callback(browser, begun));
  }

  private String callback(EmulatedBrowser browser, HttpResponse<String> begun) {
    assertEquals(302, begun.statusCode(), begun.body());
    HttpResponse<String> asked = browser.get(local(Provider.location(begun)));
    assertTrue(Provider.location(asked).startsWith("/sign-in"), Provider.location(asked));
    String callback =
        Provider.location(browser.get(provider.signedIn().byPage(browser, id, ann.id())));
    assertTrue(
        callback.startsWith("http://localhost:3001" + APPLICATIONS + id + "/callback?code="),
        callback);
    return local(callback);
  }

  private static String local(String url) {
    return url.replace("http://localhost:3001", "");
  }

  private String withQuery(Map<String, String> fields) {
    return APPLICATIONS + id + "/callback?" + TestClient.form(fields);
  }

  private void patch(String body) {
    ApiClient.Answer changed = provider.api().patch(APPLICATIONS + id, body);
    assertEquals(200, changed.status(), changed.text());
  }

  private void assertRefused(String query, String code) {
    ApiClient.Answer answer = clients.anonymous().get("/api/saml/" + id + "/authn?" + query);
    assertEquals(400, answer.status(), answer.text());
    assertEquals(code, answer.code(), answer.text());
  }

  private void assertRefusedAtCallback(String path, String code) {
    assertEquals(code, clients.anonymous().get(local(path)).code());
  }

  private void assertLogged(String key, String result) {
    JsonNode logs = provider.api().get("/api/logs?logKey=" + key + "&applicationId=" + id).json();
    assertFalse(logs.isEmpty(), key);
    assertEquals(result, logs.at("/0/payload/result").asText());
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, UTF_8);
  }

  private static String port() {
    return String.valueOf(
        URI.create(
                org.eclipse.microprofile.config.ConfigProvider.getConfig()
                    .getValue("test.url", String.class))
            .getPort());
  }
}
