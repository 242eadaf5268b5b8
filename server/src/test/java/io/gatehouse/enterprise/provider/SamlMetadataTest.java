package io.gatehouse.enterprise.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SamlMetadataTest {
  private static final String GOOD =
      """
      <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:idp"><IDPSSODescriptor>
      <KeyDescriptor use="encryption"><X509Certificate xmlns="http://www.w3.org/2000/09/xmldsig#">no</X509Certificate></KeyDescriptor>
      <KeyDescriptor><X509Certificate xmlns="http://www.w3.org/2000/09/xmldsig#"> AA
       BB </X509Certificate></KeyDescriptor>
      <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://a/post"/>
      </IDPSSODescriptor></EntityDescriptor>\
      """;

  @Test
  void whatAProviderSaysIsRead() throws IOException {
    assertEquals(new SamlMetadata("urn:idp", "https://a/post", "AABB"), SamlMetadata.parse(GOOD));
  }

  @Test
  void whatIsMissingIsNamed() {
    assertReason("entityID", GOOD.replace("entityID=\"urn:idp\"", ""));
    assertReason("SingleSignOnService", GOOD.replace("HTTP-POST", "SOAP"));
    assertReason(
        "X509Certificate", GOOD.replace("<KeyDescriptor>", "<KeyDescriptor use=\"encryption\">"));
    assertReason("IDPSSODescriptor", "<a/>");
  }

  @Test
  void nothingOutsideTheDocumentIsReached() {
    assertReason("DOCTYPE", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>");
    assertReason(
        "DOCTYPE", "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;&x;\">]><a>&y;</a>");
    assertReason("DOCTYPE", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><a/>");
  }

  @Test
  void whatIsNoXmlIsRefused() {
    assertThrows(IOException.class, () -> SamlMetadata.parse("nonsense"));
    assertThrows(IOException.class, () -> SamlMetadata.parse(""));
    assertThrows(IOException.class, () -> SamlMetadata.parse("<a".repeat(10_000)));
  }

  private static void assertReason(String word, String xml) {
    IOException refusal = assertThrows(IOException.class, () -> SamlMetadata.parse(xml));
    assertTrue(String.valueOf(refusal.getMessage()).contains(word), refusal.getMessage());
  }
}
