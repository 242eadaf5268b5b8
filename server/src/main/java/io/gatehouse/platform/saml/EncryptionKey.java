package io.gatehouse.platform.saml;

import java.security.Key;
import java.security.cert.X509Certificate;
import javax.crypto.KeyGenerator;
import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.EncryptedData;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.keys.KeyInfo;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The key of a service provider, which alone can read what is encrypted for it: AES-256-GCM under a
 * key of its own, which RSA-OAEP wraps.
 *
 * <p>Source: <a href="https://www.w3.org/TR/xmlenc-core1/">XML Encryption 1.1</a>
 */
public record EncryptionKey(X509Certificate certificate) {
  private static final int BITS = 256;

  static {
    Init.init();
  }

  public EncryptionKey {
    if (!"RSA".equals(certificate.getPublicKey().getAlgorithm())) {
      throw new IllegalArgumentException("the certificate holds no RSA key");
    }
  }

  /** Puts an {@code EncryptedAssertion} in the assertion's place: [SAML 2.0 Core §2.3.4]. */
  public void encrypt(Element assertion) {
    Document document = assertion.getOwnerDocument();
    try {
      KeyGenerator generator = KeyGenerator.getInstance("AES");
      generator.init(BITS);
      Key key = generator.generateKey();
      XMLCipher content = XMLCipher.getInstance(XMLCipher.AES_256_GCM);
      content.init(XMLCipher.ENCRYPT_MODE, key);
      EncryptedData data = content.encryptData(document, assertion, false);
      KeyInfo info = new KeyInfo(document);
      info.add(wrapped(document, key));
      data.setKeyInfo(info);
      Element encrypted = document.createElementNS(Saml.ASSERTION, "saml:EncryptedAssertion");
      assertion.getParentNode().replaceChild(encrypted, assertion);
      encrypted.appendChild(content.martial(document, data));
      Xml.onOneLine(encrypted, Saml.ENCRYPTION, "CipherValue");
    } catch (Exception e) { // the library declares nothing narrower
      throw new IllegalStateException("an assertion could not be encrypted", e);
    }
  }

  private EncryptedKey wrapped(Document document, Key key) throws XMLSecurityException {
    XMLCipher wrapping = XMLCipher.getInstance(XMLCipher.RSA_OAEP);
    wrapping.init(XMLCipher.WRAP_MODE, certificate.getPublicKey());
    return wrapping.encryptKey(document, key);
  }
}
