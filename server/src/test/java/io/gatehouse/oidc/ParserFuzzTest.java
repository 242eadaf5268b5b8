package io.gatehouse.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.application.authentication.CertificateName;
import io.gatehouse.interaction.InteractionCookie;
import io.gatehouse.oidc.issue.Acr;
import io.gatehouse.oidc.issue.ClaimsRequest;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.crypto.UnsealException;
import io.gatehouse.platform.crypto.certificate.ShownCertificate;
import io.gatehouse.platform.i18n.LanguageWish;
import io.gatehouse.platform.i18n.Locales;
import io.gatehouse.protocol.ClientIdUrl;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.Pkce;
import io.gatehouse.protocol.Prompt;
import io.gatehouse.protocol.RedirectUris;
import io.gatehouse.protocol.ResponseMode;
import io.gatehouse.protocol.ResponseType;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.protocol.UserCode;
import io.gatehouse.testing.Fuzz;
import io.gatehouse.testing.TestCertificates;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The parsers that need nothing but the text. All of them: {@link Fuzz}. */
class ParserFuzzTest {
  private static final Fuzz FORMS =
      Fuzz.like(
          "client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&response_type=code&scope=openid+email&state=x"
              + "&nonce=n&prompt=login&max_age=60&acr_values=a+b&ui_locales=fr+en&resource=https%3A%2F%2Fapi.example",
          "grant_type=authorization_code&code=abc&code_verifier=dBjftJeZ4CVP&redirect_uri=https%3A%2F%2Fapp.example",
          "grant_type=refresh_token&refresh_token=abc&organization_id=o&resource=a&resource=b",
          "client_id=web&request=eyJhbGciOiJFUzI1NiJ9.e30.AA&client_assertion=eyJ.e30.AA&request_uri=urn%3Ax",
          "token=abc&token_type_hint=access_token&client_id=web&client_secret=s",
          "id_token_hint=eyJ.e30.AA&post_logout_redirect_uri=https%3A%2F%2Fapp.example&state=~!%40%23&logout_hint=m",
          "user_code=BCDF-GHJK&client_id=tv&scope=openid");
  private static final Fuzz JSON =
      Fuzz.like(
          "{\"grant_type\":\"refresh_token\",\"resource\":[\"a\",\"b\"],\"x\":{\"y\":null},\"n\":1.5}",
          "{\"userinfo\":{\"email\":null,\"name\":{\"essential\":true}},\"id_token\":{\"acr\":{\"essential\":true,"
              + "\"values\":[\"urn:a\",\"urn:b\"]},\"sub\":{\"value\":\"u\"},\"auth_time\":null}}",
          "{\"id_token\":{\"acr\":{\"value\":3}}}");
  private static final Fuzz ADDRESSES =
      Fuzz.like(
          "https://app.example/callback?x=1",
          "http://127.0.0.1:8080/cb",
          "http://[::1]/cb",
          "app.example:/cb",
          "https://*.app.example/*/cb",
          "https://agent.example/client.json");
  private static final Fuzz WORDS =
      Fuzz.like(
          "openid offline_access profile",
          "code id_token token",
          "form_post.jwt",
          "login consent",
          "BCDF-GHJK",
          "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
          "fr-CA fr en",
          "pt-BR,pt;q=0.8,en;q=0.1");
  private static final TestCertificates CERTIFICATE =
      TestCertificates.selfSigned("CN=Client,O=Harbour");
  private static final Fuzz CERTIFICATES =
      Fuzz.like(
          CERTIFICATE.header(),
          CERTIFICATE.header().replace(":", ""),
          "-----BEGIN CERTIFICATE-----\n"
              + CERTIFICATE.header().replace(":", "")
              + "\n-----END CERTIFICATE-----",
          "-----BEGIN%20CERTIFICATE-----%0A"
              + CERTIFICATE.header().replace(":", "")
              + "%0A-----END%20CERTIFICATE-----");
  private static final Sealer SEALER = new Sealer(MasterKeys.parse("A".repeat(43) + "="));
  private static final Seal PLACE = new Seal("default", "logout", "form");
  private static final Fuzz COOKIES =
      Fuzz.like(
          new InteractionCookie(Map.of("web", "i1")).with("spa", "i2").value(),
          SEALER.seal("{\"sessionId\":\"s\",\"certain\":true}", PLACE));
  private static final Locales LOCALES = new Locales();

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void parametersOfAForm(@ForAll long number) {
    FORMS.feed(
        number,
        text -> {
          Parameters read =
              OidcForm.read("application/x-www-form-urlencoded", text.getBytes(UTF_8));
          read.names()
              .forEach(name ->
                  assertTrue(read.has(name) || read.all(name).stream().allMatch(String::isEmpty)));
          read.refuseRepeated(Set.of("resource"));
        });
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void parametersInJson(@ForAll long number) {
    JSON.feed(
        number, text -> OidcForm.read("application/json; charset=utf-8", text.getBytes(UTF_8)));
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void singleClaimsAndStrengths(@ForAll long number) {
    JSON.feed(
        number,
        text -> {
          ClaimsRequest asked = ClaimsRequest.of(text, text);
          if (asked != null) {
            asked.subject();
            asked.accepts(Acr.SINGLE_FACTOR);
          }
        });
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void addresses(@ForAll long number) {
    ADDRESSES.feed(
        number,
        text -> {
          new RedirectUris(List.of(text), true).allow("https://app.example/callback");
          new RedirectUris(List.of("https://*.app.example/*", "http://127.0.0.1/cb"), true)
              .allow(text);
          ClientIdUrl.parse(text).ifPresent(id -> assertEquals(text, id.toString()));
        });
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void scopesAndUserCodes(@ForAll long number) {
    WORDS.feed(
        number,
        text -> {
          Scopes scopes = Scopes.parse(text);
          assertEquals(scopes, Scopes.parse(scopes.toString()));
          UserCode.parse(text)
              .ifPresent(code -> assertEquals(UserCode.LENGTH, code.letters().length()));
        });
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void prompts(@ForAll long number) {
    WORDS.feed(number, Prompt::parse);
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void responseTypesAndModes(@ForAll long number) {
    WORDS.feed(number, ResponseType::parse);
    WORDS.feed(number, text -> ResponseMode.parse(text, true));
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void challengesAndVerifiers(@ForAll long number) {
    WORDS.feed(
        number,
        text -> {
          Pkce.s256(text);
          Pkce.challenge(text, "S256", true);
        });
    WORDS.feed(
        number, text -> Pkce.challenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", text, true));
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void languages(@ForAll long number) {
    WORDS.feed(
        number,
        text -> {
          LOCALES.choose(new LanguageWish(text, null, null, null));
          LOCALES.choose(LanguageWish.ofHeader(text));
        });
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void certificates(@ForAll long number) {
    CERTIFICATES.feed(
        number,
        text ->
            ShownCertificate.parse(text)
                .ifPresent(certificate -> {
                  new ShownCertificate(certificate, false).thumbprint();
                  for (CertificateName name :
                      List.of(
                          new CertificateName("CN=Client,O=Harbour", null, null, null, null),
                          new CertificateName(null, "client.example", null, null, null))) {
                    name.in(certificate);
                  }
                }));
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void cookiesAndSealedFields(@ForAll long number) {
    COOKIES.feed(
        number,
        text -> {
          InteractionCookie.parse(text).with("a", "b").interaction("web");
          try {
            SEALER.open(text, PLACE);
          } catch (UnsealException | IllegalArgumentException notOurs) {
            // What the callers expect.
          }
        });
  }
}
