package io.gatehouse.platform.saml;

import java.security.Key;
import java.security.PrivateKey;
import java.util.List;
import java.util.Set;
import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.encryption.XMLEncryptionException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A key of ours that providers encrypt assertions for: AES, under a key that RSA-OAEP wraps.
 *
 * <p>Source: <a href="https://www.w3.org/TR/xmlenc-core1/">XML Encryption 1.1</a>
 */
public record DecryptionKey(PrivateKey key) {
  /** Not RSA 1.5, which tells those who try what it hides. */
  private static final Set<String> WRAPPINGS = Set.of(XMLCipher.RSA_OAEP, XMLCipher.RSA_OAEP_11);

  private static final Set<String> CONTENTS =
      Set.of(
          XMLCipher.AES_128_GCM,
          XMLCipher.AES_192_GCM,
          XMLCipher.AES_256_GCM,
          XMLCipher.AES_128,
          XMLCipher.AES_192,
          XMLCipher.AES_256);

  static {
    Init.init();
  }

  /** Puts the assertion in the place of its {@code EncryptedAssertion}: [SAML 2.0 Core §2.3.4]. */
  public void decrypt(Element encrypted) throws SamlException {
    Element assertion = Xml.parse(content(encrypted));
    Document document = encrypted.getOwnerDocument();
    encrypted.getParentNode().replaceChild(document.importNode(assertion, true), encrypted);
  }

  private byte[] content(Element encrypted) throws SamlException {
    Element data = present(Xml.child(encrypted, Saml.ENCRYPTION, "EncryptedData"));
    Element wrapped = wrapped(encrypted, data);
    String algorithm = algorithm(data, CONTENTS);
    algorithm(wrapped, WRAPPINGS);
    try {
      XMLCipher wrapping = XMLCipher.getInstance();
      wrapping.init(XMLCipher.UNWRAP_MODE, key);
      Key secret =
          wrapping.decryptKey(
              wrapping.loadEncryptedKey(encrypted.getOwnerDocument(), wrapped), algorithm);
      XMLCipher content = XMLCipher.getInstance();
      content.init(XMLCipher.DECRYPT_MODE, secret);
      return content.decryptToByteArray(data);
    } catch (XMLEncryptionException | IllegalArgumentException | IllegalStateException e) {
      throw new SamlException("what is encrypted cannot be decrypted", e);
    }
  }

  /** Within what it opens, or beside it. */
  private static Element wrapped(Element encrypted, Element data) throws SamlException {
    Element info = Xml.child(data, Saml.SIGNATURE, "KeyInfo");
    List<Element> within =
        info == null ? List.of() : Xml.children(info, Saml.ENCRYPTION, "EncryptedKey");
    List<Element> beside = Xml.children(encrypted, Saml.ENCRYPTION, "EncryptedKey");
    if (within.size() + beside.size() != 1) {
      throw new SamlException("what is encrypted must bring one key");
    }
    return within.isEmpty() ? beside.getFirst() : within.getFirst();
  }

  /** The algorithm, where it is one of these and the value is in the message, not elsewhere. */
  private static String algorithm(Element part, Set<String> known) throws SamlException {
    Element method = present(Xml.child(part, Saml.ENCRYPTION, "EncryptionMethod"));
    Element data = present(Xml.child(part, Saml.ENCRYPTION, "CipherData"));
    present(Xml.child(data, Saml.ENCRYPTION, "CipherValue"));
    String algorithm = method.getAttribute("Algorithm");
    if (!known.contains(algorithm)) {
      throw new SamlException("what is encrypted is so in a way that is not accepted");
    }
    return algorithm;
  }

  private static Element present(@Nullable Element element) throws SamlException {
    if (element == null) {
      throw new SamlException("what is encrypted lacks a part");
    }
    return element;
  }
}
