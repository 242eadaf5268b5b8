package io.gatehouse.platform.saml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.TestCertificates;
import java.security.Key;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** Who has signed what, and who only says so. */
class TrustedKeysTest {
  private static final TestCertificates OURS = TestCertificates.rsa("CN=idp");
  private static final TestCertificates THEIRS = TestCertificates.rsa("CN=evil");
  private static final TrustedKeys TRUSTED =
      new TrustedKeys(List.of(THEIRS.certificate(), OURS.certificate()).subList(1, 2));

  @Test
  void whatWasSignedComesOutAndNothingElse() throws SamlException {
    Element response = received(signedResponse());
    Element assertion = assertion(response);
    assertTrue(TrustedKeys.signed(assertion));
    assertFalse(TrustedKeys.signed(response));
    Element verified = TRUSTED.verify(assertion);
    assertEquals("ann", name(verified));
    assertFalse(TrustedKeys.signed(verified));
    assertThrows(SamlException.class, () -> TRUSTED.verify(response));
  }

  @Test
  void aMessageSignedTwiceIsVerifiedTwice() throws SamlException {
    Element response = signedResponse();
    credential(OURS, SignatureAlgorithm.RSA_SHA512).sign(response);
    Element verified = TRUSTED.verify(received(response));
    Element assertion = assertion(verified);
    assertEquals("ann", name(TRUSTED.verify(assertion)));
  }

  @Test
  void theSignatureFollowsTheIssuer() {
    Element assertion = assertion(signedResponse());
    assertEquals("Issuer", Xml.children(assertion).getFirst().getLocalName());
    assertEquals("Signature", Xml.children(assertion).get(1).getLocalName());
    assertFalse(Xml.write(assertion).contains("&#13;"));
  }

  @Test
  void anyOfTheKeysWillDo() throws SamlException {
    var both = new TrustedKeys(List.of(THEIRS.certificate(), OURS.certificate()));
    assertEquals("ann", name(both.verify(assertion(received(signedResponse())))));
    var elliptic = TestCertificates.selfSigned("CN=ec");
    var mixed = new TrustedKeys(List.of(elliptic.certificate(), OURS.certificate()));
    assertEquals("ann", name(mixed.verify(assertion(received(signedResponse())))));
    refused(new TrustedKeys(List.of(THEIRS.certificate())), signedResponse());
    refused(new TrustedKeys(List.of()), signedResponse());
  }

  @Test
  void aChangeIsNoticed() {
    broken(response ->
        assertion(response)
            .getElementsByTagNameNS(Saml.ASSERTION, "NameID")
            .item(0)
            .setTextContent("eve"));
    broken(response -> assertion(response).setAttribute("ID", "_other"));
    broken(response -> assertion(response).setAttribute("Version", "2.1"));
  }

  /** The eight ways of "On Breaking SAML: Be Whoever You Want to Be" (2012). */
  enum Wrapping {
    /** The signed response within the signature of one that is not. */
    XSW1(response -> inSignature(response)),
    /** The same, detached: the signature refers to a brother. */
    XSW2(
        response -> {
          Element copy = unsigned(response);
          response.insertBefore(copy, signature(response));
        },
        true),
    /** An assertion of theirs before the signed one, as a brother. */
    XSW3(response -> response.insertBefore(evil(response), assertion(response))),
    /** The signed assertion as a child of theirs. */
    XSW4(response -> {
      Element signed = assertion(response);
      Element evil = evil(response);
      response.replaceChild(evil, signed);
      evil.appendChild(signed);
    }),
    /** The signature in their assertion, the signed one at the end. */
    XSW5(response -> {
      Element signed = assertion(response);
      Element evil = evil(response);
      response.insertBefore(evil, signed);
      evil.appendChild(signature(signed));
    }),
    /** The same, with the signed assertion within the signature. */
    XSW6(response -> {
      Element signed = assertion(response);
      Element evil = evil(response);
      Element signature = signature(signed);
      response.replaceChild(evil, signed);
      evil.appendChild(signature);
      signature.appendChild(signed);
    }),
    /** Their assertion in an extension of the message. */
    XSW7(response -> {
      Element extensions = response.getOwnerDocument().createElementNS(Saml.PROTOCOL, "Extensions");
      response.insertBefore(extensions, assertion(response));
      extensions.appendChild(evilWithId(response));
    }),
    /** The signed assertion in an object of the signature, which stands in theirs. */
    XSW8(response -> {
      Element signed = assertion(response);
      Element evil = evilWithId(response);
      Element signature = signature(signed);
      response.replaceChild(evil, signed);
      evil.appendChild(signature);
      Element object = response.getOwnerDocument().createElementNS(Saml.SIGNATURE, "ds:Object");
      signature.appendChild(object);
      object.appendChild(signed);
    });

    final Consumer<Element> change;
    final boolean ofMessage;

    Wrapping(Consumer<Element> change) {
      this(change, false);
    }

    Wrapping(Consumer<Element> change, boolean ofMessage) {
      this.change = change;
      this.ofMessage = ofMessage;
    }
  }

  @ParameterizedTest
  @EnumSource(Wrapping.class)
  @Spec("SAML 2.0 Core §5.4.2")
  void whatIsWrappedAroundIsNeverBelieved(Wrapping wrapping) throws SamlException {
    Element response = signedResponse();
    if (wrapping == Wrapping.XSW1 || wrapping.ofMessage) {
      credential(OURS, SignatureAlgorithm.RSA_SHA256).sign(response);
    }
    wrapping.change.accept(response);
    Element received = received(response);
    everyElement(received, TrustedKeysTest::believedOnlyAsAnn);
  }

  private static void believedOnlyAsAnn(Element element) {
    try {
      Element verified = TRUSTED.verify(element);
      var names = verified.getElementsByTagNameNS(Saml.ASSERTION, "NameID");
      assertEquals(1, names.getLength());
      assertEquals("ann", names.item(0).getTextContent());
    } catch (SamlException e) {
      assertEquals(SamlException.class, e.getClass());
    }
  }

  @Test
  void oneIdIsOneElement() {
    broken(response -> {
      Element twin = response.getOwnerDocument().createElementNS("urn:x", "x:a");
      twin.setAttribute("Id", assertion(response).getAttribute("ID"));
      response.appendChild(twin);
    });
    broken(response -> response.setAttribute("ID", assertion(response).getAttribute("ID")));
  }

  @Test
  void weakAndForeignAlgorithmsAreRefused() throws Exception {
    Key secret = new SecretKeySpec(OURS.certificate().getPublicKey().getEncoded(), "HmacSHA256");
    String hmac = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256";
    String sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    String rsa = SignatureAlgorithm.RSA_SHA256.uri();
    Key key = OURS.pair().getPrivate();
    refused(TRUSTED, signedBy(secret, hmac, sha256, "#_a"));
    refused(TRUSTED, signedBy(key, Saml.SIGNATURE + "rsa-sha1", sha256, "#_a"));
    refused(TRUSTED, signedBy(key, rsa, Saml.SIGNATURE + "sha1", "#_a"));
    refused(TRUSTED, signedBy(key, rsa, sha256, ""));
    assertEquals(
        "ann", name(TRUSTED.verify(assertion(received(signedBy(key, rsa, sha256, "#_a"))))));
  }

  @Test
  void aKeyInTheMessageIsNotBelieved() {
    Element response = response();
    credential(THEIRS, SignatureAlgorithm.RSA_SHA256).sign(assertion(response));
    refused(TRUSTED, response);
  }

  /** Whatever is done to a message, it is refused or says what was signed. */
  @Test
  void brokenMessagesAreRefused() throws SamlException {
    byte[] message = Xml.write(signedResponse()).getBytes(UTF_8);
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] changed = message.clone();
      int at = random.nextInt(changed.length);
      int many = 1 + random.nextInt(3);
      for (int j = at; j < Math.min(changed.length, at + many); j++) {
        changed[j] = (byte) (32 + random.nextInt(95));
      }
      try {
        Element response = Xml.parse(changed);
        everyElement(response, TrustedKeysTest::believedOnlyAsAnn);
      } catch (SamlException e) {
        assertEquals(SamlException.class, e.getClass());
      }
    }
  }

  private static SigningCredential credential(TestCertificates keys, SignatureAlgorithm by) {
    return new SigningCredential(keys.pair().getPrivate(), keys.certificate(), by);
  }

  private static Element response() {
    try {
      return Xml.parse(
          """
          <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r" Version="2.0">
            <saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">idp</saml:Issuer>
            <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a" Version="2.0">
              <saml:Issuer>idp</saml:Issuer>
              <saml:Subject><saml:NameID>ann</saml:NameID></saml:Subject>
            </saml:Assertion>
          </samlp:Response>
          """
              .getBytes(UTF_8));
    } catch (SamlException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Element signedResponse() {
    Element response = response();
    credential(OURS, SignatureAlgorithm.RSA_SHA256).sign(assertion(response));
    return response;
  }

  private static Element signedBy(Key key, String algorithm, String digest, String uri)
      throws Exception {
    Element assertion = assertion(response());
    assertion.setIdAttribute("ID", true);
    XMLSignatureFactory xml = XMLSignatureFactory.getInstance("DOM");
    String exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    var transforms =
        List.of(
            xml.newTransform(Saml.SIGNATURE + "enveloped-signature", (TransformParameterSpec) null),
            xml.newTransform(exclusive, (TransformParameterSpec) null));
    var reference =
        xml.newReference(uri, xml.newDigestMethod(digest, null), transforms, null, null);
    var info =
        xml.newSignedInfo(
            xml.newCanonicalizationMethod(exclusive, (C14NMethodParameterSpec) null),
            xml.newSignatureMethod(algorithm, null),
            List.of(reference));
    DOMSignContext context = new DOMSignContext(key, assertion);
    context.setProperty("org.jcp.xml.dsig.secureValidation", false);
    xml.newXMLSignature(info, null).sign(context);
    return assertion.getOwnerDocument().getDocumentElement();
  }

  /** As the other side gets it. */
  private static Element received(Element message) throws SamlException {
    return Xml.parse(Xml.write(message).getBytes(UTF_8));
  }

  private static void broken(Consumer<Element> change) {
    Element response = signedResponse();
    change.accept(response);
    refused(TRUSTED, response);
  }

  private static void refused(TrustedKeys keys, Element response) {
    assertThrows(SamlException.class, () -> keys.verify(assertion(received(response))));
  }

  private static Element assertion(Element response) {
    return Xml.children(response, Saml.ASSERTION, "Assertion").getFirst();
  }

  private static Element signature(Element element) {
    return Xml.children(element, Saml.SIGNATURE, "Signature").getFirst();
  }

  private static String name(Element assertion) {
    return assertion.getElementsByTagNameNS(Saml.ASSERTION, "NameID").item(0).getTextContent();
  }

  private static Element unsigned(Element element) {
    Element copy = (Element) element.cloneNode(true);
    Xml.children(copy, Saml.SIGNATURE, "Signature").forEach(copy::removeChild);
    return copy;
  }

  private static Element evil(Element response) {
    Element evil = evilWithId(response);
    evil.setAttribute("ID", "_evil");
    return evil;
  }

  private static Element evilWithId(Element response) {
    Element evil = unsigned(assertion(response));
    evil.getElementsByTagNameNS(Saml.ASSERTION, "NameID").item(0).setTextContent("eve");
    return evil;
  }

  private static void inSignature(Element response) {
    Element copy = unsigned(response);
    response.setAttribute("ID", "_evil");
    evilName(response);
    signature(response).appendChild(copy);
  }

  private static void evilName(Element element) {
    element.getElementsByTagNameNS(Saml.ASSERTION, "NameID").item(0).setTextContent("eve");
  }

  private static void everyElement(Element element, Consumer<Element> see) {
    see.accept(element);
    Xml.children(element).forEach(child -> everyElement(child, see));
  }
}
