package io.gatehouse.oidc.saml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.testing.TestCertificates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A service provider of another make: it knows the server's metadata, and reads what it gets by
 * nothing but the JDK.
 */
final class ServiceProvider {
  static final String ENTITY = "urn:example:sp";
  static final String ACS = "https://sp.example/acs";

  private static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
  private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
  private static final String ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#";
  private static final Pattern FIELD =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

  private final X509Certificate certificate;

  ServiceProvider(String metadata) throws Exception {
    Matcher found =
        Pattern.compile("<ds:X509Certificate>([^<]+)</ds:X509Certificate>").matcher(metadata);
    assertTrue(found.find(), metadata);
    this.certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(Base64.getDecoder().decode(found.group(1))));
  }

  static String request(String id, String issuer) {
    return """
    <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="%s" ID="%s" Version="2.0"
        IssueInstant="2026-01-01T00:00:00Z" AssertionConsumerServiceURL="https://elsewhere.example/acs">
      <saml:Issuer>%s</saml:Issuer>
      <samlp:NameIDPolicy AllowCreate="true"/>
    </samlp:AuthnRequest>
    """
        .formatted(ASSERTION, id, issuer);
  }

  /** For the query of an address. */
  static String redirect(String xml) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var deflate = new DeflaterOutputStream(out, new Deflater(9, true))) {
      deflate.write(xml.getBytes(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return "SAMLRequest="
        + URLEncoder.encode(Base64.getEncoder().encodeToString(out.toByteArray()), UTF_8);
  }

  /** For the field of a form. */
  static String field(String xml) {
    return Base64.getEncoder().encodeToString(xml.getBytes(UTF_8));
  }

  /** The hidden fields of the page's form. */
  static Map<String, String> fields(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(page);
    while (field.find()) {
      fields.put(field.group(1), unescaped(field.group(2)));
    }
    return fields;
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  /** The message, whose own signature is verified where it has one. */
  Element response(String value) throws Exception {
    return parse(Base64.getDecoder().decode(value));
  }

  private static Element parse(byte[] xml) throws Exception {
    Document document =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml));
    return document.getDocumentElement();
  }

  /** The assertion of the message, deciphered if need be; it must be signed. */
  Element assertion(Element response, TestCertificates own) throws Exception {
    NodeList plain = response.getElementsByTagNameNS(ASSERTION, "Assertion");
    if (plain.getLength() == 1) {
      requireSigned((Element) plain.item(0));
      return (Element) plain.item(0);
    }
    Element encrypted = only(response, ASSERTION, "EncryptedAssertion");
    byte[] wrapped = cipher(only(encrypted, ENCRYPTION, "EncryptedKey"));
    Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
    rsa.init(Cipher.DECRYPT_MODE, own.pair().getPrivate());
    byte[] key = rsa.doFinal(wrapped);
    NodeList values = encrypted.getElementsByTagNameNS(ENCRYPTION, "CipherValue");
    byte[] content =
        Base64.getDecoder().decode(values.item(values.getLength() - 1).getTextContent());
    Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
    aes.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(128, Arrays.copyOf(content, 12)));
    Element assertion = parse(aes.doFinal(content, 12, content.length - 12));
    requireSigned(assertion);
    return assertion;
  }

  private static byte[] cipher(Element element) {
    return Base64.getDecoder().decode(only(element, ENCRYPTION, "CipherValue").getTextContent());
  }

  /** The element carries a signature by the key of the metadata. */
  void requireSigned(Element element) throws Exception {
    Element signature = signature(element);
    assertNotNull(signature, element.getLocalName());
    element.setIdAttribute("ID", true);
    XMLSignature parsed =
        XMLSignatureFactory.getInstance("DOM")
            .unmarshalXMLSignature(new DOMValidateContext(certificate.getPublicKey(), signature));
    assertTrue(
        parsed.validate(new DOMValidateContext(certificate.getPublicKey(), signature)),
        element.getLocalName());
    assertEquals(
        "#" + element.getAttribute("ID"),
        parsed.getSignedInfo().getReferences().getFirst().getURI());
  }

  static boolean signed(Element element) {
    return signature(element) != null;
  }

  private static @Nullable Element signature(Element element) {
    for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child
          && SIGNATURE.equals(child.getNamespaceURI())
          && "Signature".equals(child.getLocalName())) {
        return child;
      }
    }
    return null;
  }

  static Element only(Element parent, String namespace, String name) {
    NodeList found = parent.getElementsByTagNameNS(namespace, name);
    assertEquals(1, found.getLength(), name);
    return (Element) found.item(0);
  }

  static Element only(Element assertion, String name) {
    return only(assertion, ASSERTION, name);
  }

  /** The text of the first element of that name, of however many. */
  static String firstText(Element parent, String name) {
    return parent.getElementsByTagNameNS(ASSERTION, name).item(0).getTextContent();
  }

  /** The values by name. */
  static Map<String, List<String>> attributes(Element assertion) {
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    NodeList found = assertion.getElementsByTagNameNS(ASSERTION, "Attribute");
    for (int i = 0; i < found.getLength(); i++) {
      Element attribute = (Element) found.item(i);
      List<String> values = new ArrayList<>();
      NodeList texts = attribute.getElementsByTagNameNS(ASSERTION, "AttributeValue");
      for (int j = 0; j < texts.getLength(); j++) {
        values.add(texts.item(j).getTextContent());
      }
      attributes.put(attribute.getAttribute("Name"), values);
    }
    return attributes;
  }
}
