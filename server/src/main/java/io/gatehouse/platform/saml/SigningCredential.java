package io.gatehouse.platform.saml;

import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A key with its certificate, which signs messages.
 *
 * <p>Sources: <a href="https://www.w3.org/TR/xmldsig-core1/">XML Signature 1.1</a>, <a
 * href="https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf">SAML 2.0 Core §5.4</a>
 */
public record SigningCredential(
    PrivateKey key, @Nullable X509Certificate certificate, SignatureAlgorithm algorithm) {

  /** An RSA key of ours in PKCS #8, with its certificate in PEM. */
  public static SigningCredential of(byte[] privateKey, String certificate) {
    try {
      return of(privateKey, SigningCertificate.parse(certificate), SignatureAlgorithm.RSA_SHA256);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate of ours does not parse", e);
    }
  }

  /** The same where the certificate is parsed already. */
  public static SigningCredential of(
      byte[] privateKey, X509Certificate certificate, SignatureAlgorithm algorithm) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(privateKey));
      return new SigningCredential(key, certificate, algorithm);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key of ours does not parse", e);
    }
  }

  /** The same key with another algorithm. */
  public SigningCredential with(SignatureAlgorithm other) {
    return new SigningCredential(key, certificate, other);
  }

  /**
   * Signs an element by its attribute {@code ID}. The signature follows its issuer, as the schema
   * wants it: [SAML 2.0 Core §2.3.3, §3.2.1].
   */
  public void sign(Element element) {
    String id = element.getAttribute("ID");
    element.setIdAttribute("ID", true);
    Element issuer =
        Xml.children(element, Saml.ASSERTION, "Issuer").stream().findFirst().orElse(null);
    Node next = issuer == null ? element.getFirstChild() : issuer.getNextSibling();
    DOMSignContext context =
        next == null ? new DOMSignContext(key, element) : new DOMSignContext(key, element, next);
    context.setDefaultNamespacePrefix("ds");
    try {
      XMLSignatureFactory xml = XMLSignatureFactory.getInstance("DOM");
      xml.newXMLSignature(signedInfo(xml, id), keyInfo(xml)).sign(context);
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException("a message could not be signed", e);
    }
    for (Element signature : Xml.children(element, Saml.SIGNATURE, "Signature")) {
      Xml.onOneLine(signature, Saml.SIGNATURE, "SignatureValue");
      Xml.onOneLine(signature, Saml.SIGNATURE, "X509Certificate");
    }
  }

  /** Signs bytes, as the redirect binding wants it. */
  byte[] sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance(algorithm.javaName());
      signature.initSign(key);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a message could not be signed", e);
    }
  }

  /** "Signatures in SAML messages SHOULD NOT contain transforms other than" these. [§5.4.4] */
  private SignedInfo signedInfo(XMLSignatureFactory xml, String id)
      throws NoSuchAlgorithmException, InvalidAlgorithmParameterException {
    var transforms =
        List.of(
            xml.newTransform(Transform.ENVELOPED, (@Nullable TransformParameterSpec) null),
            xml.newTransform(
                CanonicalizationMethod.EXCLUSIVE, (@Nullable TransformParameterSpec) null));
    var reference =
        xml.newReference(
            "#" + id, xml.newDigestMethod(DigestMethod.SHA256, null), transforms, null, null);
    return xml.newSignedInfo(
        xml.newCanonicalizationMethod(
            CanonicalizationMethod.EXCLUSIVE, (@Nullable C14NMethodParameterSpec) null),
        xml.newSignatureMethod(algorithm.uri(), null),
        List.of(reference));
  }

  private @Nullable KeyInfo keyInfo(XMLSignatureFactory xml) {
    if (certificate == null) {
      return null;
    }
    KeyInfoFactory keys = xml.getKeyInfoFactory();
    return keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate))));
  }
}
