package io.gatehouse.oidc.saml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatehouse.application.saml.SamlError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.Fuzz;
import java.util.Base64;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What service providers send, and what others do. */
class AuthnRequestTest {
  private static final String MESSAGE =
      """
      <p:AuthnRequest xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" Version="2.0" IssueInstant="2026-01-01T00:00:00Z">
        <a:Issuer xmlns:a="urn:oasis:names:tc:SAML:2.0:assertion">urn:sp</a:Issuer>
      </p:AuthnRequest>
      """;
  private static final Fuzz REQUESTS = Fuzz.like(MESSAGE);

  @Test
  @Spec("SAML 2.0 Core §3.4.1")
  void aRequestNamesItselfAndItsIssuer() {
    assertEquals(new AuthnRequest("_1", "urn:sp"), posted(MESSAGE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p:AuthnRequest | p:LogoutRequest",
        "SAML:2.0:protocol | SAML:1.1:protocol",
        "Version=\"2.0\" | Version=\"1.1\"",
        "ID=\"_1\" | ID=\"\"",
        "ID=\"_1\" | ID=\"1\"",
        "ID=\"_1\" | ID=\"_1 2\"",
        "2026-01-01T | yesterday",
        "urn:sp | urn:sp<!-- --><b/>",
        "urn:sp | ",
        "SAML:2.0:assertion | SAML:1.0:assertion"
      })
  void whatIsNoRequestIsRefused(String part, String other) {
    String changed = MESSAGE.replace(part, other == null ? "" : other);
    assertEquals(
        SamlError.INVALID_REQUEST,
        assertThrows(RequestException.class, () -> posted(changed)).code());
  }

  @Property(tries = 300)
  void anyTextIsReadOrRefused(@ForAll String text) {
    refusedOrRead(() -> AuthnRequest.posted(text));
    refusedOrRead(() -> AuthnRequest.redirected(text));
    refusedOrRead(() -> posted(text));
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatIsAlmostARequestIsReadOrRefused(@ForAll long number) {
    REQUESTS.feed(number, text -> refusedOrRead(() -> posted(text)));
  }

  private static void refusedOrRead(Runnable reading) {
    try {
      reading.run();
    } catch (RequestException e) {
      assertEquals(SamlError.INVALID_REQUEST, e.code());
    }
  }

  private static AuthnRequest posted(String xml) {
    return AuthnRequest.posted(Base64.getEncoder().encodeToString(xml.getBytes(UTF_8)));
  }
}
