package io.gatehouse.oidc.saml;

import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.saml.Saml;
import io.gatehouse.platform.saml.SamlTimes;
import io.gatehouse.platform.saml.Xml;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Builds the message that tells a service provider who signed in.
 *
 * <p>Sources: <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf">SAML
 * 2.0 Core §2.3, §3.3.3</a>, <a
 * href="https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf">Profiles §4.1.4.2
 * </a>
 */
final class ResponseMessage {
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
  private static final String NAME_FORMAT = "urn:oasis:names:tc:SAML:2.0:attrname-format:";
  private static final String CONTEXT = "urn:oasis:names:tc:SAML:2.0:ac:classes:";

  private final Document document = Xml.document();
  private final Told told;

  /**
   * What it tells.
   *
   * @param issuer who we are
   * @param audience who it is for: the service provider
   * @param acsUrl where it is sent
   * @param inResponseTo the request's id; null for a sign-in that began here
   * @param subject names the person
   * @param session names the sign-in
   * @param attributes values by name
   */
  record Told(
      String issuer,
      String audience,
      String acsUrl,
      @Nullable String inResponseTo,
      Subject subject,
      Session session,
      Map<String, List<String>> attributes,
      Instant now) {}

  /** How the person is named: [SAML 2.0 Core §8.3]. */
  record Subject(String format, String name) {}

  /** How and when the person signed in. */
  record Session(String index, Instant at, List<String> amr) {}

  private ResponseMessage(Told told) {
    this.told = told;
  }

  /** The message with its only assertion, neither signed nor encrypted. */
  static Element of(Told told) {
    return new ResponseMessage(told).message();
  }

  private Element message() {
    Element response = document.createElementNS(Saml.PROTOCOL, "samlp:Response");
    document.appendChild(response);
    declare(response, "samlp", Saml.PROTOCOL);
    declare(response, "saml", Saml.ASSERTION);
    identify(response);
    response.setAttribute("Destination", told.acsUrl());
    if (told.inResponseTo() != null) {
      response.setAttribute("InResponseTo", told.inResponseTo());
    }
    child(response, "Issuer", told.issuer());
    Element status = document.createElementNS(Saml.PROTOCOL, "samlp:Status");
    response.appendChild(status);
    Element code = document.createElementNS(Saml.PROTOCOL, "samlp:StatusCode");
    status.appendChild(code);
    code.setAttribute("Value", Saml.SUCCESS);
    assertion(response);
    return response;
  }

  private void assertion(Element response) {
    Element assertion = child(response, "Assertion");
    declare(assertion, "saml", Saml.ASSERTION);
    identify(assertion);
    child(assertion, "Issuer", told.issuer());
    subject(assertion);
    conditions(assertion);
    Element statement = child(assertion, "AuthnStatement");
    statement.setAttribute("AuthnInstant", SamlTimes.write(told.session().at()));
    statement.setAttribute("SessionIndex", told.session().index());
    Element context = child(statement, "AuthnContext");
    child(context, "AuthnContextClassRef", CONTEXT + contextClass());
    attributes(assertion);
  }

  private void subject(Element assertion) {
    Element subject = child(assertion, "Subject");
    Element name = child(subject, "NameID", told.subject().name());
    name.setAttribute("Format", told.subject().format());
    Element confirmation = child(subject, "SubjectConfirmation");
    confirmation.setAttribute("Method", Saml.BEARER);
    Element data = child(confirmation, "SubjectConfirmationData");
    if (told.inResponseTo() != null) {
      data.setAttribute("InResponseTo", told.inResponseTo());
    }
    data.setAttribute("NotOnOrAfter", SamlTimes.write(told.now().plus(LIFE)));
    data.setAttribute("Recipient", told.acsUrl());
  }

  /** Clocks differ, so it holds a little earlier than now. */
  private void conditions(Element assertion) {
    Element conditions = child(assertion, "Conditions");
    conditions.setAttribute("NotBefore", SamlTimes.write(told.now().minus(SamlTimes.SKEW)));
    conditions.setAttribute("NotOnOrAfter", SamlTimes.write(told.now().plus(LIFE)));
    child(child(conditions, "AudienceRestriction"), "Audience", told.audience());
  }

  private String contextClass() {
    return told.session().amr().contains("pwd") ? "PasswordProtectedTransport" : "unspecified";
  }

  private void attributes(Element assertion) {
    if (told.attributes().isEmpty()) {
      return;
    }
    Element statement = child(assertion, "AttributeStatement");
    told.attributes()
        .forEach((name, values) -> {
          Element attribute = child(statement, "Attribute");
          attribute.setAttribute("Name", Xml.legal(name));
          attribute.setAttribute(
              "NameFormat", NAME_FORMAT + (name.contains(":") ? "uri" : "basic"));
          values.forEach(value -> child(attribute, "AttributeValue", value));
        });
  }

  private void identify(Element element) {
    element.setAttribute("ID", "_" + Ids.secret(32));
    element.setAttribute("Version", Saml.VERSION);
    element.setAttribute("IssueInstant", SamlTimes.write(told.now()));
  }

  /**
   * Signatures cover names by their prefixes, so these have to be declared and not only implied.
   */
  private static void declare(Element element, String prefix, String namespace) {
    element.setAttributeNS(XMLNS, "xmlns:" + prefix, namespace);
  }

  private Element child(Element parent, String name, String text) {
    Element child = child(parent, name);
    child.setTextContent(Xml.legal(text));
    return child;
  }

  private Element child(Element parent, String name) {
    Element child = document.createElementNS(Saml.ASSERTION, "saml:" + name);
    parent.appendChild(child);
    return child;
  }
}
