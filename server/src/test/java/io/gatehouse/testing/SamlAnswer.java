package io.gatehouse.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.saml.EncryptionKey;
import io.gatehouse.platform.saml.PostBinding;
import io.gatehouse.platform.saml.RedirectBinding;
import io.gatehouse.platform.saml.Saml;
import io.gatehouse.platform.saml.SamlException;
import io.gatehouse.platform.saml.SamlTimes;
import io.gatehouse.platform.saml.SignatureAlgorithm;
import io.gatehouse.platform.saml.SigningCredential;
import io.gatehouse.platform.saml.Xml;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What an identity provider of SAML says of somebody, upon a request of ours or unasked: right in
 * all, until a test makes something of it wrong.
 */
public final class SamlAnswer {
  private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");
  private static final SigningCertificate KEY = key();
  private static final SigningCertificate ANOTHER = key();

  /** What the provider is called. */
  public static final String ENTITY = "urn:idp";

  public String issuer = ENTITY;
  public String status = Saml.SUCCESS;
  public String audience;
  public String recipient;
  public @Nullable String inResponseTo;
  public String assertionId = "_" + Ids.token();
  public Duration shift = Duration.ZERO;
  public Duration life = Duration.ofMinutes(5);
  public boolean signsAssertion = true;
  public boolean signsResponse;
  public boolean byAnotherKey;
  public @Nullable X509Certificate encryptedFor;

  /** Whether what is signed around an assertion is the assertion, rather than what hides it. */
  public boolean encryptsLast;

  public String nameId = "person";
  public @Nullable String nameFormat;
  public final Map<String, String> attributes = new LinkedHashMap<>();

  private SamlAnswer(String audience, String recipient, @Nullable String inResponseTo) {
    this.audience = audience;
    this.recipient = recipient;
    this.inResponseTo = inResponseTo;
  }

  /** The answer to the request in an address. */
  public static SamlAnswer to(String address) {
    try {
      return to(RedirectBinding.decode(parameter(address, "SAMLRequest")));
    } catch (SamlException e) {
      throw new AssertionError(e);
    }
  }

  /** The answer to a request. */
  public static SamlAnswer to(Element request) {
    try {
      return new SamlAnswer(
          Objects.requireNonNull(Xml.text(request, Saml.ASSERTION, "Issuer")),
          request.getAttribute("AssertionConsumerServiceURL"),
          request.getAttribute("ID"));
    } catch (SamlException e) {
      throw new AssertionError(e);
    }
  }

  /** What the provider sends along with somebody for whom no request of ours has come. */
  public static SamlAnswer unasked(String connector) {
    return of(
        Browser.ENDPOINT + "/enterprise-sso/" + connector,
        Browser.ENDPOINT + "/api/authn/single-sign-on/saml/" + connector,
        null);
  }

  /** The answer to a request, if to any, of whoever has this name and is answered there. */
  public static SamlAnswer of(String audience, String recipient, @Nullable String inResponseTo) {
    return new SamlAnswer(audience, recipient, inResponseTo);
  }

  private static SigningCertificate key() {
    return SigningCertificate.make("idp", MADE, MADE.plus(Duration.ofDays(400)));
  }

  /** The configuration of a connector for this provider. */
  public static String config(String more) {
    return "{\"entityId\":\"%s\",\"signInEndpoint\":\"https://idp.example/sso?org=1\",\"x509Certificate\":%s%s}"
        .formatted(ENTITY, JsonCodec.text(KEY.certificate()), more);
  }

  /** What the provider says of itself, with people's way to it by the redirect binding. */
  public static String metadata() {
    return metadata(Saml.REDIRECT_BINDING, "https://idp.example/sso?org=1");
  }

  /** The same with another way to it. */
  static String metadata(String binding, String location) {
    return """
    <EntityDescriptor xmlns="%s" entityID="%s"><IDPSSODescriptor protocolSupportEnumeration="%s">
    <KeyDescriptor use="signing"><KeyInfo xmlns="%s"><X509Data><X509Certificate>%s</X509Certificate></X509Data>
    </KeyInfo></KeyDescriptor>
    <SingleSignOnService Binding="%s" Location="%s"/>
    </IDPSSODescriptor></EntityDescriptor>
    """
        .formatted(
            Saml.METADATA,
            ENTITY,
            Saml.PROTOCOL,
            Saml.SIGNATURE,
            SigningCertificate.bare(KEY.certificate()),
            binding,
            location);
  }

  /** The configuration of a social connector for this provider, whose id is known beforehand. */
  public static ObjectNode social(String connector) {
    return JsonCodec.object()
        .put("entityID", "urn:us")
        .put("x509Certificate", KEY.certificate())
        .put("idpMetadataXml", metadata())
        .put("assertionConsumerServiceUrl", Browser.ENDPOINT + "/api/authn/saml/" + connector);
  }

  /** The certificate of the key by which it signs, in PEM. */
  public static String certificate() {
    return KEY.certificate();
  }

  /** A parameter of an address, as it was before it was escaped. */
  public static String parameter(String address, String name) {
    for (String pair : address.substring(address.indexOf('?') + 1).split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    throw new AssertionError(name + " is not in " + address);
  }

  /** The value of the form's field. */
  public String value() {
    return PostBinding.encode(response());
  }

  /** The response, signed as it shall be. */
  public Element response() {
    Document document = Xml.document();
    Element response = element(document, Saml.PROTOCOL, "samlp:Response", null);
    document.appendChild(response);
    response.setAttribute("ID", "_" + Ids.token());
    response.setAttribute("Version", Saml.VERSION);
    response.setAttribute("IssueInstant", SamlTimes.write(now()));
    response.setAttribute("Destination", recipient);
    answering(response);
    response.appendChild(element(document, Saml.ASSERTION, "saml:Issuer", issuer));
    Element said = element(document, Saml.PROTOCOL, "samlp:Status", null);
    Element code = element(document, Saml.PROTOCOL, "samlp:StatusCode", null);
    code.setAttribute("Value", status);
    said.appendChild(code);
    response.appendChild(said);
    response.appendChild(assertion(document));
    return signed(parsed(Xml.write(response)));
  }

  private Element signed(Element response) {
    if (signsAssertion) {
      credential().sign(Xml.children(response, Saml.ASSERTION, "Assertion").getFirst());
    }
    X509Certificate reader = encryptedFor;
    if (reader != null && !encryptsLast) {
      encrypt(response, reader);
    }
    Element whole = parsed(Xml.write(response));
    if (signsResponse) {
      credential().sign(whole);
    }
    if (reader != null && encryptsLast) {
      encrypt(whole, reader);
    }
    return whole;
  }

  private static void encrypt(Element response, X509Certificate reader) {
    new EncryptionKey(reader)
        .encrypt(Xml.children(response, Saml.ASSERTION, "Assertion").getFirst());
  }

  /** Signatures are over namespaces as they are written down. */
  private static Element parsed(String xml) {
    try {
      return Xml.parse(xml.getBytes(StandardCharsets.UTF_8));
    } catch (SamlException e) {
      throw new AssertionError(e);
    }
  }

  private Instant now() {
    return Instant.now().plus(shift);
  }

  private Element assertion(Document document) {
    Element assertion = element(document, Saml.ASSERTION, "saml:Assertion", null);
    assertion.setAttribute("ID", assertionId);
    assertion.setAttribute("Version", Saml.VERSION);
    assertion.setAttribute("IssueInstant", SamlTimes.write(now()));
    assertion.appendChild(element(document, Saml.ASSERTION, "saml:Issuer", issuer));
    Element subject = element(document, Saml.ASSERTION, "saml:Subject", null);
    Element name = element(document, Saml.ASSERTION, "saml:NameID", nameId);
    if (nameFormat != null) {
      name.setAttribute("Format", nameFormat);
    }
    subject.appendChild(name);
    Element confirmation = element(document, Saml.ASSERTION, "saml:SubjectConfirmation", null);
    confirmation.setAttribute("Method", Saml.BEARER);
    Element data = element(document, Saml.ASSERTION, "saml:SubjectConfirmationData", null);
    data.setAttribute("Recipient", recipient);
    answering(data);
    data.setAttribute("NotOnOrAfter", SamlTimes.write(now().plus(life)));
    confirmation.appendChild(data);
    subject.appendChild(confirmation);
    assertion.appendChild(subject);
    assertion.appendChild(conditions(document));
    Element statement = element(document, Saml.ASSERTION, "saml:AuthnStatement", null);
    statement.setAttribute("AuthnInstant", SamlTimes.write(now()));
    assertion.appendChild(statement);
    assertion.appendChild(told(document));
    return assertion;
  }

  private void answering(Element element) {
    if (inResponseTo != null) {
      element.setAttribute("InResponseTo", inResponseTo);
    }
  }

  private Element conditions(Document document) {
    Element conditions = element(document, Saml.ASSERTION, "saml:Conditions", null);
    conditions.setAttribute("NotBefore", SamlTimes.write(now().minusSeconds(5)));
    conditions.setAttribute("NotOnOrAfter", SamlTimes.write(now().plus(life)));
    Element restriction = element(document, Saml.ASSERTION, "saml:AudienceRestriction", null);
    restriction.appendChild(element(document, Saml.ASSERTION, "saml:Audience", audience));
    conditions.appendChild(restriction);
    return conditions;
  }

  private Element told(Document document) {
    Element statement = element(document, Saml.ASSERTION, "saml:AttributeStatement", null);
    attributes.forEach((name, value) -> {
      Element attribute = element(document, Saml.ASSERTION, "saml:Attribute", null);
      attribute.setAttribute("Name", name);
      attribute.appendChild(element(document, Saml.ASSERTION, "saml:AttributeValue", value));
      statement.appendChild(attribute);
    });
    return statement;
  }

  private SigningCredential credential() {
    SigningCertificate key = byAnotherKey ? ANOTHER : KEY;
    try {
      return SigningCredential.of(
          key.privateKey(),
          SigningCertificate.parse(key.certificate()),
          SignatureAlgorithm.RSA_SHA256);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Element element(
      Document document, String namespace, String name, @Nullable String text) {
    Element element = document.createElementNS(namespace, name);
    if (text != null) {
      element.setTextContent(text);
    }
    return element;
  }
}
