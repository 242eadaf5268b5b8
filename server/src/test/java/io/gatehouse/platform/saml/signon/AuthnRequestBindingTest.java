package io.gatehouse.platform.saml.signon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.saml.PostBinding;
import io.gatehouse.platform.saml.RedirectBinding;
import io.gatehouse.platform.saml.Saml;
import io.gatehouse.platform.saml.SignatureAlgorithm;
import io.gatehouse.platform.saml.SigningCredential;
import io.gatehouse.platform.saml.TrustedKeys;
import io.gatehouse.platform.saml.Xml;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.TestCertificates;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** How a request goes to its provider. */
class AuthnRequestBindingTest {
  private static final String PROVIDER = "https://idp.example/sso?org=1";
  private static final TestCertificates KEYS = TestCertificates.rsa("CN=us");
  private static final SigningCredential CREDENTIAL =
      new SigningCredential(
          KEYS.pair().getPrivate(), KEYS.certificate(), SignatureAlgorithm.RSA_SHA512);

  @Test
  void theProvidersAddressHoldsTheRequestWhereItMay() throws Exception {
    URI address = request(SignInEndpoint.Binding.REDIRECT, "https://us/acs").address("st", null);
    assertTrue(address.toString().startsWith(PROVIDER + "&SAMLRequest="), address.toString());
    Parameters parameters = Parameters.parse(String.valueOf(address.getRawQuery()));
    assertEquals("st", parameters.get("RelayState"));
    Element sent = RedirectBinding.decode(String.valueOf(parameters.get("SAMLRequest")));
    assertEquals(PROVIDER, sent.getAttribute("Destination"));
  }

  @Test
  void elseAPageBelowWhereWeAreAnsweredPostsIt() {
    for (String acs : List.of("https://us/acs", "https://us/acs/", "https://us/acs?x=1#y")) {
      assertEquals(
          URI.create("https://us/acs/request?RelayState=s%26t"),
          request(SignInEndpoint.Binding.POST, acs).address("s&t", CREDENTIAL));
    }
  }

  @Test
  @Spec("SAML 2.0 Core §5.4")
  void aSignatureInTheRequestSurvivesTheForm() throws Exception {
    AuthnRequest request = request(SignInEndpoint.Binding.POST, "https://us/acs");
    PostBinding.Form form = request.form("st", CREDENTIAL);
    assertEquals(PROVIDER, form.address());
    Element sent = PostBinding.decode(String.valueOf(form.fields().get("SAMLRequest")));
    List<Element> children = Xml.children(sent);
    assertTrue(Xml.is(children.get(0), Saml.ASSERTION, "Issuer"));
    assertTrue(Xml.is(children.get(1), Saml.SIGNATURE, "Signature"), "the schema wants it there");
    Element signed = new TrustedKeys(List.of(KEYS.certificate())).verify(sent);
    assertEquals("_r", signed.getAttribute("ID"));
    assertEquals("urn:us", Xml.text(signed, Saml.ASSERTION, "Issuer"));
    String bare = String.valueOf(request.form("st", null).fields().get("SAMLRequest"));
    assertFalse(TrustedKeys.signed(PostBinding.decode(bare)));
  }

  private static AuthnRequest request(SignInEndpoint.Binding binding, String acs) {
    return new AuthnRequest(
        "_r",
        new SignInEndpoint(PROVIDER, binding),
        new ServiceProvider("urn:us", acs),
        Instant.EPOCH,
        null);
  }
}
