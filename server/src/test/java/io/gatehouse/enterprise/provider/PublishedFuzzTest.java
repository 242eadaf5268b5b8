package io.gatehouse.enterprise.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatehouse.connectors.Dialer;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.Outside;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.saml.SamlException;
import io.gatehouse.platform.saml.signon.SamlMetadata;
import io.gatehouse.testing.Fuzz;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What identity providers publish about themselves, almost right. */
class PublishedFuzzTest {
  private static final String ISSUER = "https://idp.example";
  private static final String DOCUMENT =
      ("{'issuer':'https://idp.example','authorization_endpoint':'https://idp.example/auth',"
              + "'token_endpoint':'https://idp.example/token','jwks_uri':'https://idp.example/jwks',"
              + "'userinfo_endpoint':'https://idp.example/me','code_challenge_methods_supported':['S256'],"
              + "'token_endpoint_auth_methods_supported':['client_secret_post']}")
          .replace('\'', '"');
  private static final Fuzz DOCUMENTS = Fuzz.like(DOCUMENT);
  private static final Fuzz METADATA =
      Fuzz.like(
              """
              <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:idp"><IDPSSODescriptor>
              <KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>
              <X509Certificate>CCDD</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
              <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://a/post"/>
              </IDPSSODescriptor></EntityDescriptor>
              """)
          .refusedBy(SamlException.class);

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void endpointsOfOpenIdProviders(@ForAll long number) {
    DOCUMENTS.feed(number, PublishedFuzzTest::endpoints);
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void metadataOfSamlProviders(@ForAll long number) {
    METADATA.feed(number, SamlMetadata::parse);
  }

  /** Only the name of a provider may be a pattern: nobody can be sent to one. */
  @Example
  void anEndpointThatIsAPatternIsRefused() {
    String directories = "https://login.microsoftonline.com/{tenantid}/v2.0";
    String many = DOCUMENT.replaceFirst(ISSUER, directories.replace("{", "\\{"));
    assertEquals(directories, endpoints("https://login.microsoftonline.com/common", many).issuer());
    assertThrows(
        RequestException.class, () -> endpoints(DOCUMENT.replace("/auth", "/{tenantid}/auth")));
  }

  private static OpenIdEndpoints endpoints(String document) {
    return endpoints(ISSUER, document);
  }

  private static OpenIdEndpoints endpoints(String issuer, String document) {
    HttpSender http =
        request -> new HttpSender.Response(200, Map.<String, List<String>>of(), document);
    Dialer none =
        (host, port, timeout, local) -> {
          throw new IOException("nobody answers here");
        };
    Outside outside = new Outside(http, none, InstantSource.fixed(Instant.EPOCH), new Random(1));
    return OpenIdEndpoints.of(new OidcDiscovery(outside).published(issuer));
  }
}
