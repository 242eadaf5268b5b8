package io.gatehouse.platform.saml.signon;

import io.gatehouse.platform.saml.PostBinding;
import io.gatehouse.platform.saml.RedirectBinding;
import io.gatehouse.platform.saml.Saml;
import io.gatehouse.platform.saml.SamlTimes;
import io.gatehouse.platform.saml.SigningCredential;
import io.gatehouse.platform.saml.Xml;
import java.net.URI;
import java.time.Instant;
import javax.xml.XMLConstants;
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
    String id, SignInEndpoint to, ServiceProvider us, Instant at, @Nullable String nameIdFormat) {
  private static final String FIELD = "SAMLRequest";

  /**
   * Where the browser goes: to the provider with the request, or to the page of ours that posts it.
   *
   * @param credential signs it; null for a request that is not signed
   */
  public URI address(String relayState, @Nullable SigningCredential credential) {
    return switch (to.binding()) {
      case REDIRECT ->
          URI.create(RedirectBinding.address(to.address(), FIELD, xml(), relayState, credential));
      case POST -> us.requestPage(relayState);
    };
  }

  /** What that page posts, with the signature in the request. */
  public PostBinding.Form form(String relayState, @Nullable SigningCredential credential) {
    Element request = xml();
    if (credential != null) {
      credential.sign(request);
    }
    return PostBinding.form(to.address(), FIELD, request, relayState);
  }

  private Element xml() {
    Document document = Xml.document();
    Element request = document.createElementNS(Saml.PROTOCOL, "samlp:AuthnRequest");
    declare(request, "samlp", Saml.PROTOCOL);
    declare(request, "saml", Saml.ASSERTION);
    request.setAttribute("ID", id);
    request.setAttribute("Version", Saml.VERSION);
    request.setAttribute("IssueInstant", SamlTimes.write(at));
    request.setAttribute("Destination", to.address());
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

  /** A signature covers prefixes, so these have to be declared and not only implied. */
  private static void declare(Element element, String prefix, String namespace) {
    element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix, namespace);
  }
}
