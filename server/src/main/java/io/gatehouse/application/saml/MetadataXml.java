package io.gatehouse.application.saml;

import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.saml.key.CertifiedKey;
import java.io.StringWriter;
import java.net.URI;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What a service provider is told about us.
 *
 * <p>Source: <a
 * href="https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf">Metadata for SAML
 * 2.0 §2.4.3</a>
 */
final class MetadataXml {
  private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
  private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
  private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
  private static final String BINDING = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-";

  private MetadataXml() {}

  static String of(SamlApplication application, CertifiedKey secret, URI endpoint) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      write(xml, application, secret, endpoint);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static void write(
      XMLStreamWriter xml, SamlApplication application, CertifiedKey secret, URI endpoint)
      throws XMLStreamException {
    xml.writeStartElement("md", "EntityDescriptor", METADATA);
    xml.writeNamespace("md", METADATA);
    xml.writeAttribute("entityID", endpoint + "/saml/" + application.id());
    xml.writeStartElement("md", "IDPSSODescriptor", METADATA);
    xml.writeAttribute("WantAuthnRequestsSigned", "false");
    xml.writeAttribute("protocolSupportEnumeration", PROTOCOL);
    key(xml, secret);
    xml.writeStartElement("md", "NameIDFormat", METADATA);
    xml.writeCharacters(application.config().nameIdFormat().urn());
    xml.writeEndElement();
    String address = endpoint + "/api/saml/" + application.id() + "/authn";
    for (String binding : new String[] {"Redirect", "POST"}) {
      xml.writeEmptyElement("md", "SingleSignOnService", METADATA);
      xml.writeAttribute("Binding", BINDING + binding);
      xml.writeAttribute("Location", address);
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void key(XMLStreamWriter xml, CertifiedKey secret) throws XMLStreamException {
    xml.writeStartElement("md", "KeyDescriptor", METADATA);
    xml.writeAttribute("use", "signing");
    xml.writeStartElement("ds", "KeyInfo", SIGNATURE);
    xml.writeNamespace("ds", SIGNATURE);
    xml.writeStartElement("ds", "X509Data", SIGNATURE);
    xml.writeStartElement("ds", "X509Certificate", SIGNATURE);
    xml.writeCharacters(SigningCertificate.bare(secret.certificate()));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
