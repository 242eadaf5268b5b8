package io.gatehouse.platform.saml.signon;

import io.gatehouse.platform.saml.Saml;
import io.gatehouse.platform.saml.SamlTimes;
import io.gatehouse.platform.saml.Xml;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The request for somebody to be signed in.
 *
 * <p>Source: <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf">SAML 2.0
 * Core §3.4.1</a>
 *
 * @param nameIdFormat how the person should be named; null leaves that to the provider
 */
public record AuthnRequest(
    String id, String destination, ServiceProvider us, Instant at, @Nullable String nameIdFormat) {

  public Element xml() {
    Document document = Xml.document();
    Element request = document.createElementNS(Saml.PROTOCOL, "samlp:AuthnRequest");
    request.setAttribute("ID", id);
    request.setAttribute("Version", Saml.VERSION);
    request.setAttribute("IssueInstant", SamlTimes.write(at));
    request.setAttribute("Destination", destination);
    request.setAttribute("AssertionConsumerServiceURL", us.assertionConsumerService());
    request.setAttribute("ProtocolBinding", Saml.POST_BINDING);
    Element issuer = document.createElementNS(Saml.ASSERTION, "saml:Issuer");
    issuer.setTextContent(us.entityId());
    request.appendChild(issuer);
    Element names = document.createElementNS(Saml.PROTOCOL, "samlp:NameIDPolicy");
    if (nameIdFormat != null) {
      names.setAttribute("Format", nameIdFormat);
    }
    names.setAttribute("AllowCreate", "true");
    request.appendChild(names);
    document.appendChild(request);
    return request;
  }
}
