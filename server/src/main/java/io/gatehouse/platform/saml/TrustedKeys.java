package io.gatehouse.platform.saml;

import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.XMLValidateContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * The keys of a party whose signatures are believed. What comes out of {@link #verify} is what was
 * signed, parsed anew from the very bytes that the signature covers: nothing that somebody wrapped
 * around it, moved or added can be taken for it.
 *
 * <p>Sources: <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf">SAML
 * 2.0 Core §5.4</a>, <a href="https://www.w3.org/TR/xmldsig-bestpractices/">XML Signature Best
 * Practices</a>
 */
public final class TrustedKeys {
  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
  private static final String NEWER = "http://www.w3.org/2007/05/xmldsig-more#";
  private static final String ENVELOPED = Saml.SIGNATURE + "enveloped-signature";
  private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
  private static final String INCLUSIVE = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

  /** Nothing with SHA-1, and no key that both parties would hold. */
  private static final Set<String> ALGORITHMS =
      Set.of(
          MORE + "rsa-sha256",
          MORE + "rsa-sha384",
          MORE + "rsa-sha512",
          MORE + "ecdsa-sha256",
          MORE + "ecdsa-sha384",
          MORE + "ecdsa-sha512",
          NEWER + "sha256-rsa-MGF1",
          NEWER + "sha384-rsa-MGF1",
          NEWER + "sha512-rsa-MGF1");

  private static final Set<String> DIGESTS =
      Set.of(Saml.ENCRYPTION + "sha256", MORE + "sha384", Saml.ENCRYPTION + "sha512");

  private static final Set<String> CANONICAL =
      Set.of(EXCLUSIVE, EXCLUSIVE + "WithComments", INCLUSIVE, INCLUSIVE + "#WithComments");

  private final List<PublicKey> keys;

  /** The keys of these certificates, which are trusted as they are, whatever they say of dates. */
  public TrustedKeys(Collection<X509Certificate> certificates) {
    this.keys = certificates.stream().map(X509Certificate::getPublicKey).toList();
  }

  /** Whether the element carries a signature of its own. */
  public static boolean signed(Element element) {
    return !Xml.children(element, Saml.SIGNATURE, "Signature").isEmpty();
  }

  /**
   * What was signed, when the element carries a signature of its own by one of the keys.
   *
   * @return the element of a new document; its signature is no longer in it
   * @throws SamlException when it does not
   */
  public Element verify(Element element) throws SamlException {
    Element signature = Xml.child(element, Saml.SIGNATURE, "Signature");
    if (signature == null) {
      throw new SamlException(element.getLocalName() + " is not signed");
    }
    String id = Xml.attribute(element, "ID");
    if (id == null) {
      throw new SamlException(element.getLocalName() + " has no ID");
    }
    requireOnly(element, id);
    requireForm(signature, id);
    element.setIdAttributeNS(null, "ID", true);
    for (PublicKey key : keys) {
      Element signed = signedBy(key, signature);
      if (signed != null) {
        requireSame(element, signed, id);
        return signed;
      }
    }
    throw new SamlException("the signature is not by a key that is trusted");
  }

  /** Two elements of one name could be taken for each other. */
  private static void requireOnly(Element element, String id) throws SamlException {
    if (count(element.getOwnerDocument().getDocumentElement(), id) != 1) {
      throw new SamlException("an ID is there twice");
    }
  }

  private static int count(Element element, String id) {
    int count = 0;
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      String name = attribute.getLocalName();
      if ("id".equalsIgnoreCase(name) && attribute.getValue().equals(id)) {
        count++;
      }
    }
    for (Element child : Xml.children(element)) {
      count += count(child, id);
    }
    return count;
  }

  /** One reference, to the element around the signature, by means that we know. */
  private static void requireForm(Element signature, String id) throws SamlException {
    for (Element part : Xml.children(signature)) {
      require(
          Xml.is(part, Saml.SIGNATURE, "SignedInfo")
              || Xml.is(part, Saml.SIGNATURE, "SignatureValue")
              || Xml.is(part, Saml.SIGNATURE, "KeyInfo"),
          "the signature holds something else");
    }
    Element info = only(signature, "SignedInfo");
    require(CANONICAL.contains(algorithm(info, "CanonicalizationMethod")), "its canonical form");
    require(ALGORITHMS.contains(algorithm(info, "SignatureMethod")), "its algorithm");
    Element reference = only(info, "Reference");
    require(("#" + id).equals(Xml.attribute(reference, "URI")), "it refers to something else");
    require(DIGESTS.contains(algorithm(reference, "DigestMethod")), "its digest");
    List<Element> transforms = Xml.children(only(reference, "Transforms"));
    require(
        !transforms.isEmpty()
            && transforms.size() <= 2
            && ENVELOPED.equals(transforms.getFirst().getAttribute("Algorithm"))
            && (transforms.size() == 1
                || CANONICAL.contains(transforms.getLast().getAttribute("Algorithm"))),
        "its transforms");
  }

  private static void require(boolean holds, String what) throws SamlException {
    if (!holds) {
      throw new SamlException("the signature is not of a kind that is accepted: " + what);
    }
  }

  private static String algorithm(Element parent, String name) throws SamlException {
    return only(parent, name).getAttribute("Algorithm");
  }

  private static Element only(Element parent, String name) throws SamlException {
    Element child = Xml.child(parent, Saml.SIGNATURE, name);
    if (child == null) {
      throw new SamlException("the signature has no " + name);
    }
    return child;
  }

  /** What the key has signed; null when it has not. */
  private static @Nullable Element signedBy(PublicKey key, Element signature) throws SamlException {
    DOMValidateContext context = new DOMValidateContext(key, signature);
    context.setProperty("org.jcp.xml.dsig.secureValidation", true);
    context.setProperty("javax.xml.crypto.dsig.cacheReference", true);
    try {
      XMLSignature parsed = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      return valid(parsed, context) ? Xml.parse(content(parsed)) : null;
    } catch (MarshalException | IOException | ClassCastException e) {
      throw new SamlException("the signature cannot be read", e);
    }
  }

  /** A key of another kind than the signature's is one that has not signed. */
  private static boolean valid(XMLSignature signature, XMLValidateContext context) {
    try {
      return signature.validate(context);
    } catch (XMLSignatureException e) {
      return false;
    }
  }

  private static byte[] content(XMLSignature signature) throws IOException {
    Reference reference = signature.getSignedInfo().getReferences().getFirst();
    try (InputStream content = reference.getDigestInputStream()) {
      return content.readAllBytes();
    }
  }

  private static void requireSame(Element element, Element signed, String id) throws SamlException {
    if (!Objects.equals(signed.getNamespaceURI(), element.getNamespaceURI())
        || !signed.getLocalName().equals(element.getLocalName())
        || !id.equals(Xml.attribute(signed, "ID"))) {
      throw new SamlException("something else was signed");
    }
  }
}
