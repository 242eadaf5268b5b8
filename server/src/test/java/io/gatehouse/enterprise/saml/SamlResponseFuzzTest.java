package io.gatehouse.enterprise.saml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.enterprise.provider.SamlProviders;
import io.gatehouse.platform.saml.PostBinding;
import io.gatehouse.platform.saml.Saml;
import io.gatehouse.platform.saml.SamlException;
import io.gatehouse.platform.saml.SamlTimes;
import io.gatehouse.platform.saml.SignatureAlgorithm;
import io.gatehouse.platform.saml.SigningCredential;
import io.gatehouse.platform.saml.Xml;
import io.gatehouse.platform.saml.signon.Expectation;
import io.gatehouse.platform.saml.signon.IdentityProvider;
import io.gatehouse.platform.saml.signon.SamlAssertion;
import io.gatehouse.platform.saml.signon.SamlResponse;
import io.gatehouse.platform.saml.signon.SignInEndpoint;
import io.gatehouse.testing.Fuzz;
import io.gatehouse.testing.TestCertificates;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.w3c.dom.Element;

/** What a provider says of somebody, almost right and signed in earnest. */
class SamlResponseFuzzTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");
  private static final String RESPONSE =
      """
      <p:Response xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:a="urn:oasis:names:tc:SAML:2.0:assertion"
          ID="_1" Version="2.0" InResponseTo="_r"
          Destination="https://id.example/api/authn/single-sign-on/saml/c1">
        <a:Issuer>urn:idp</a:Issuer>
        <p:Status><p:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></p:Status>
        <a:Assertion ID="_2" Version="2.0" IssueInstant="2026-01-01T00:00:00Z">
          <a:Issuer>urn:idp</a:Issuer>
          <a:Subject><a:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">mira@example.org</a:NameID>
            <a:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><a:SubjectConfirmationData
              Recipient="https://id.example/api/authn/single-sign-on/saml/c1" InResponseTo="_r"
              NotOnOrAfter="2026-01-01T00:05:00Z"/></a:SubjectConfirmation></a:Subject>
          <a:Conditions NotBefore="2026-01-01T00:00:00Z" NotOnOrAfter="2026-01-01T00:05:00Z">
            <a:AudienceRestriction><a:Audience>https://id.example/enterprise-sso/c1</a:Audience></a:AudienceRestriction>
          </a:Conditions>
          <a:AuthnStatement AuthnInstant="2026-01-01T00:00:00Z" SessionNotOnOrAfter="2026-01-01T01:00:00Z"/>
          <a:AttributeStatement><a:Attribute Name="email"><a:AttributeValue>m@example.org</a:AttributeValue>
            <a:AttributeValue>n@example.org</a:AttributeValue></a:Attribute></a:AttributeStatement>
        </a:Assertion>
      </p:Response>
      """;
  private static final TestCertificates KEYS = TestCertificates.rsa("CN=idp");
  private static final SigningCredential CREDENTIAL =
      new SigningCredential(
          KEYS.pair().getPrivate(), KEYS.certificate(), SignatureAlgorithm.RSA_SHA256);
  private static final IdentityProvider PROVIDER =
      new IdentityProvider(
          "urn:idp",
          new SignInEndpoint("https://idp.example/sso", SignInEndpoint.Binding.REDIRECT),
          List.of(KEYS.certificate()));
  private static final SamlResponse READER =
      new SamlResponse(
          new Expectation(
              PROVIDER,
              SamlProviders.us(URI.create("https://id.example"), "c1"),
              "_r",
              SamlTimes.SKEW));
  private static final Fuzz RESPONSES = Fuzz.like(RESPONSE).refusedBy(SamlException.class);

  @Example
  void theExampleItselfIsBelieved() throws SamlException {
    assertEquals("mira@example.org", read(RESPONSE).said().path("id").asText());
  }

  @Property(tries = Fuzz.DEAR_TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void responses(@ForAll long number) {
    RESPONSES.feed(
        number, text -> assertTrue(!read(text).said().path("id").asText().isEmpty(), text));
  }

  private static SamlPerson read(String xml) throws SamlException {
    Element response = Xml.parse(xml.getBytes(UTF_8));
    for (Element assertion : Xml.children(response, Saml.ASSERTION, "Assertion")) {
      // The one who signs refers to it by a URI, in which not every character stands.
      String id = Xml.attribute(assertion, "ID");
      if (id != null && id.matches("[\\w.-]+")) {
        CREDENTIAL.sign(assertion);
      }
    }
    SamlAssertion assertion = READER.read(PostBinding.encode(response), NOW);
    assertTrue(assertion.end().isAfter(NOW.minusSeconds(180)));
    return SamlPerson.of(PROVIDER.entityId(), assertion, null);
  }
}
