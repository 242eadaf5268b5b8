package io.gatehouse.platform.saml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.TestCertificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Messages through the browser. */
class BindingsTest {
  @Test
  void aMessageComesOutAsItWentIn() throws SamlException {
    Element message = Xml.parse("<a b='ü&#10;'>&lt;&amp;😀</a>".getBytes(UTF_8));
    assertEquals(
        Xml.write(message), Xml.write(RedirectBinding.decode(RedirectBinding.encode(message))));
    assertEquals(Xml.write(message), Xml.write(PostBinding.decode(PostBinding.encode(message))));
  }

  @Test
  void linesMayBreak() throws SamlException {
    String broken =
        Base64.getMimeEncoder().encodeToString(("<a>" + "x".repeat(500) + "</a>").getBytes(UTF_8));
    assertEquals("a", PostBinding.decode(broken).getLocalName());
  }

  @Test
  void whatInflatesWithoutEndIsRefused() throws IOException {
    String bomb = deflated(new byte[50_000_000]);
    assertTrue(bomb.length() < 100_000);
    refused(bomb);
  }

  @Test
  void whatEndsTooEarlyOrIsNoneIsRefused() throws IOException {
    byte[] whole = Base64.getDecoder().decode(deflated("<a>abcdefgh</a>".getBytes(UTF_8)));
    refused(Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(whole, whole.length - 4)));
    refused("");
    refused("%%%");
    refused(Base64.getEncoder().encodeToString("<a/>".getBytes(UTF_8)));
    refused("A".repeat(10_000_000));
    assertThrows(SamlException.class, () -> PostBinding.decode("A".repeat(10_000_000)));
  }

  @Property(tries = 300)
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    String value = Base64.getEncoder().encodeToString(bytes);
    refused(value);
    assertThrows(SamlException.class, () -> PostBinding.decode(value));
  }

  @Test
  @Spec("SAML 2.0 Bindings §3.4.4.1")
  void anAddressIsSignedByItsParameters() throws Exception {
    TestCertificates keys = TestCertificates.rsa("CN=sp");
    var credential =
        new SigningCredential(
            keys.pair().getPrivate(), keys.certificate(), SignatureAlgorithm.RSA_SHA512);
    Element message = Xml.parse("<a/>".getBytes(UTF_8));
    String address =
        RedirectBinding.address(
            "https://idp.example/sso?x=1", "SAMLRequest", message, "a b&c", credential);
    assertTrue(address.startsWith("https://idp.example/sso?x=1&SAMLRequest="));
    String query = address.substring(address.indexOf("SAMLRequest"));
    Parameters parameters = Parameters.parse(query);
    assertEquals("a b&c", parameters.get("RelayState"));
    Signature signature = Signature.getInstance("SHA512withRSA");
    signature.initVerify(keys.certificate());
    signature.update(query.substring(0, query.indexOf("&Signature=")).getBytes(UTF_8));
    assertTrue(signature.verify(Base64.getDecoder().decode(parameters.get("Signature"))));
  }

  @Test
  @Spec("SAML 2.0 Bindings §3.5.4")
  void aFormHoldsTheMessageAndTheStateThereIs() throws SamlException {
    Element message = Xml.parse("<a/>".getBytes(UTF_8));
    PostBinding.Form form =
        PostBinding.form("https://idp.example/sso?x=1", "SAMLRequest", message, "a b&c");
    assertEquals("https://idp.example/sso?x=1", form.address());
    assertEquals(List.of("SAMLRequest", "RelayState"), List.copyOf(form.fields().keySet()));
    assertEquals("a b&c", form.fields().get("RelayState"));
    String sent = String.valueOf(form.fields().get("SAMLRequest"));
    assertEquals("a", PostBinding.decode(sent).getLocalName());
    assertEquals(
        Set.of("SAMLResponse"),
        PostBinding.form("https://app.example", "SAMLResponse", message, null).fields().keySet());
  }

  private static String deflated(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var deflate = new DeflaterOutputStream(out, new Deflater(9, true))) {
      deflate.write(content);
    }
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }

  private static void refused(String value) {
    assertThrows(SamlException.class, () -> RedirectBinding.decode(value));
  }
}
