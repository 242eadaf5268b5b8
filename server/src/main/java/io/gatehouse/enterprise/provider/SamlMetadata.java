package io.gatehouse.enterprise.provider;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What an identity provider's metadata says: who it is, where people sign in, and how its
 * assertions are signed.
 *
 * <p>Source: <a
 * href="https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf">Metadata for SAML
 * 2.0 §2.4.3</a>
 *
 * @param certificate base64, without the lines around it
 */
record SamlMetadata(String entityId, String signInEndpoint, String certificate) {
  private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
  private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
  private static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
  private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

  /**
   * Reads metadata.
   *
   * @throws IOException when it is none, or lacks something
   */
  static SamlMetadata parse(String xml) throws IOException {
    Element provider = provider(document(xml));
    Element entity = (Element) provider.getParentNode();
    return new SamlMetadata(
        present(entity.getAttribute("entityID"), "entityID"),
        present(endpoint(provider), "SingleSignOnService"),
        present(certificate(provider), "X509Certificate"));
  }

  private static Element provider(Document document) throws IOException {
    NodeList found = document.getElementsByTagNameNS(METADATA, "IDPSSODescriptor");
    if (found.getLength() == 0
        || !(found.item(0).getParentNode() instanceof Element parent)
        || !"EntityDescriptor".equals(parent.getLocalName())) {
      throw new IOException("no IDPSSODescriptor within an EntityDescriptor");
    }
    return (Element) found.item(0);
  }

  /** The redirect binding comes first: requests are sent by it. */
  private static @Nullable String endpoint(Element provider) {
    NodeList services = provider.getElementsByTagNameNS(METADATA, "SingleSignOnService");
    for (String binding : new String[] {REDIRECT, POST}) {
      for (int i = 0; i < services.getLength(); i++) {
        Element service = (Element) services.item(i);
        if (binding.equals(service.getAttribute("Binding"))) {
          return service.getAttribute("Location");
        }
      }
    }
    return null;
  }

  /** A key without a use is for everything: Metadata for SAML 2.0 §2.4.1.1. */
  private static @Nullable String certificate(Element provider) {
    NodeList keys = provider.getElementsByTagNameNS(METADATA, "KeyDescriptor");
    for (int i = 0; i < keys.getLength(); i++) {
      Element key = (Element) keys.item(i);
      NodeList certificates = key.getElementsByTagNameNS(SIGNATURE, "X509Certificate");
      if (!"encryption".equals(key.getAttribute("use")) && certificates.getLength() > 0) {
        return certificates.item(0).getTextContent().replaceAll("\\s", "");
      }
    }
    return null;
  }

  private static String present(@Nullable String value, String name) throws IOException {
    if (value == null || value.isEmpty()) {
      throw new IOException(name + " is missing");
    }
    return value;
  }

  /** Without document types there are no entities; without entities nothing outside is reached. */
  private static Document document(String xml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new StringReader(xml)));
    } catch (SAXException e) {
      throw new IOException(e.getMessage(), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
