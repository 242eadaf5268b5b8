package io.gatehouse.platform.saml.signon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.saml.SamlException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamlMetadataTest {
  private static final String GOOD =
      """
      <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:idp"><IDPSSODescriptor>
      <KeyDescriptor use="encryption"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>
      <X509Certificate>no</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
      <KeyDescriptor><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate> AA
       BB </X509Certificate></X509Data></KeyInfo></KeyDescriptor>
      <KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>
      <X509Certificate>CCDD</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
      <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://a/post"/>
      </IDPSSODescriptor></EntityDescriptor>\
      """;

  @Test
  void whatAProviderSaysIsRead() throws SamlException {
    assertEquals(
        new SamlMetadata(
            "urn:idp",
            new SignInEndpoint("https://a/post", SignInEndpoint.Binding.POST),
            List.of("AABB", "CCDD")),
        SamlMetadata.parse(GOOD));
  }

  @Test
  void theRedirectBindingIsChosenWhereItIsOffered() throws SamlException {
    String both =
        GOOD.replace(
            "</IDPSSODescriptor>",
            "<SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\""
                + " Location=\"https://a/redirect\"/></IDPSSODescriptor>");
    SignInEndpoint chosen = SamlMetadata.parse(both).signInEndpoint();
    assertEquals(new SignInEndpoint("https://a/redirect", SignInEndpoint.Binding.REDIRECT), chosen);
    assertEquals(
        new SignInEndpoint("https://b", SignInEndpoint.Binding.POST),
        SamlMetadata.parse(GOOD).signInEndpoint().at("https://b"));
  }

  @Test
  void whatIsMissingIsNamed() {
    assertReason("entityID", GOOD.replace("entityID=\"urn:idp\"", ""));
    assertReason("SingleSignOnService", GOOD.replace("HTTP-POST", "SOAP"));
    assertReason(
        "X509Certificate",
        GOOD.replace("<KeyDescriptor>", "<KeyDescriptor use=\"encryption\">")
            .replace("use=\"signing\"", "use=\"encryption\""));
    assertReason("IDPSSODescriptor", "<a/>");
    assertReason("no address", GOOD.replace("https://a/post", "javascript:alert(1)"));
    assertReason("no address", GOOD.replace("https://a/post", "//a/post"));
  }

  @Test
  void nothingOutsideTheDocumentIsReached() {
    assertReason(
        "document type", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>");
    assertReason(
        "document type", "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;&x;\">]><a>&y;</a>");
    assertReason("document type", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><a/>");
  }

  @Test
  void whatIsNoXmlIsRefused() {
    assertThrows(SamlException.class, () -> SamlMetadata.parse("nonsense"));
    assertThrows(SamlException.class, () -> SamlMetadata.parse(""));
    assertThrows(SamlException.class, () -> SamlMetadata.parse("<a".repeat(10_000)));
  }

  private static void assertReason(String word, String xml) {
    SamlException refusal = assertThrows(SamlException.class, () -> SamlMetadata.parse(xml));
    assertTrue(String.valueOf(refusal.getMessage()).contains(word), refusal.getMessage());
  }
}
