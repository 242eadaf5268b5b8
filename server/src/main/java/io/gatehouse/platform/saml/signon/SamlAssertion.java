package io.gatehouse.platform.saml.signon;

import static io.gatehouse.platform.saml.signon.SamlResponse.require;

import io.gatehouse.platform.saml.Saml;
import io.gatehouse.platform.saml.SamlException;
import io.gatehouse.platform.saml.SamlTimes;
import io.gatehouse.platform.saml.Xml;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What a provider says of somebody, once it is known to be the provider's word.
 *
 * <p>Source: <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf">SAML 2.0
 * Core §2.3, §2.5</a>
 */
public final class SamlAssertion {
  private static final String EMAIL_FORMAT =
      "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
  private static final int LONGEST_ID = 256;
  private static final int MOST_VALUES = 500;

  private final Element assertion;

  SamlAssertion(Element assertion) {
    this.assertion = assertion;
  }

  /** Names it among all that its provider makes. */
  public String id() throws SamlException {
    String id = Xml.attribute(assertion, "ID");
    if (id == null || id.length() > LONGEST_ID) {
      throw new SamlException("its assertion has no ID that can be kept");
    }
    return id;
  }

  /** Refuses what was not said to us, not now or not upon this request. */
  void check(Expectation expected, Instant now) throws SamlException {
    require(Saml.VERSION.equals(Xml.attribute(assertion, "Version")), "its assertion's version");
    require(
        expected.provider().entityId().equals(Xml.text(assertion, Saml.ASSERTION, "Issuer")),
        "its assertion is another provider's");
    checkConditions(expected, now);
    checkSubject(expected, now);
    checkStatement(expected.skew(), now);
  }

  /** Profiles §4.1.4.2: the audience "MUST" be restricted, and include us. */
  private void checkConditions(Expectation expected, Instant now) throws SamlException {
    Element conditions = only(assertion, "Conditions");
    require(
        SamlTimes.within(
            SamlTimes.parseOrNull(Xml.attribute(conditions, "NotBefore")),
            SamlTimes.parseOrNull(Xml.attribute(conditions, "NotOnOrAfter")),
            now,
            expected.skew()),
        "its assertion does not hold now");
    List<Element> restrictions = Xml.children(conditions, Saml.ASSERTION, "AudienceRestriction");
    require(!restrictions.isEmpty(), "its assertion is for anybody");
    for (Element restriction : restrictions) {
      List<String> audiences = new ArrayList<>();
      for (Element audience : Xml.children(restriction, Saml.ASSERTION, "Audience")) {
        audiences.add(String.valueOf(Xml.text(audience)));
      }
      require(audiences.contains(expected.us().entityId()), "its assertion is for another party");
    }
  }

  /**
   * Profiles §4.1.4.2: one bearer confirmation must hold in all its parts; §4.1.5: without a
   * request, "any {@code <SubjectConfirmationData>} elements … MUST NOT contain an {@code
   * InResponseTo} attribute".
   */
  private void checkSubject(Expectation expected, Instant now) throws SamlException {
    Element subject = only(assertion, "Subject");
    for (Element each : Xml.children(subject, Saml.ASSERTION, "SubjectConfirmation")) {
      Element data = Xml.child(each, Saml.ASSERTION, "SubjectConfirmationData");
      if (data != null
          && Saml.BEARER.equals(Xml.attribute(each, "Method"))
          && confirms(data, expected, now)) {
        return;
      }
    }
    throw new SamlException("its assertion confirms nobody here, now and upon this request");
  }

  private static boolean confirms(Element data, Expectation expected, Instant now)
      throws SamlException {
    Instant end = SamlTimes.parseOrNull(Xml.attribute(data, "NotOnOrAfter"));
    Instant start = SamlTimes.parseOrNull(Xml.attribute(data, "NotBefore"));
    return end != null
        && SamlTimes.within(start, end, now, expected.skew())
        && expected.us().assertionConsumerService().equals(Xml.attribute(data, "Recipient"))
        && Objects.equals(expected.requestId(), Xml.attribute(data, "InResponseTo"));
  }

  /** From when on it is nobody's word any more: nothing confirms it, or its conditions are over. */
  public Instant end() throws SamlException {
    Instant end = Instant.MIN;
    Element subject = only(assertion, "Subject");
    for (Element each : Xml.children(subject, Saml.ASSERTION, "SubjectConfirmation")) {
      Element data = Xml.child(each, Saml.ASSERTION, "SubjectConfirmationData");
      Instant until =
          data == null ? null : SamlTimes.parseOrNull(Xml.attribute(data, "NotOnOrAfter"));
      end = until != null && until.isAfter(end) ? until : end;
    }
    Instant conditions =
        SamlTimes.parseOrNull(Xml.attribute(only(assertion, "Conditions"), "NotOnOrAfter"));
    return conditions != null && conditions.isBefore(end) ? conditions : end;
  }

  private void checkStatement(Duration skew, Instant now) throws SamlException {
    List<Element> statements = Xml.children(assertion, Saml.ASSERTION, "AuthnStatement");
    require(!statements.isEmpty(), "it does not say that anybody has signed in");
    for (Element each : statements) {
      Instant end = SamlTimes.parseOrNull(Xml.attribute(each, "SessionNotOnOrAfter"));
      require(SamlTimes.within(null, end, now, skew), "the session there is over");
    }
  }

  /** What the provider calls the person; null when it gives no name. */
  public @Nullable String nameId() throws SamlException {
    return Xml.text(only(assertion, "Subject"), Saml.ASSERTION, "NameID");
  }

  /** The same where it is said to be an address. */
  public @Nullable String nameIdAsEmail() throws SamlException {
    Element name = Xml.child(only(assertion, "Subject"), Saml.ASSERTION, "NameID");
    return name != null && EMAIL_FORMAT.equals(Xml.attribute(name, "Format"))
        ? Xml.text(name)
        : null;
  }

  /** What else is said, by the attributes' names. */
  public Map<String, List<String>> attributes() throws SamlException {
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    int count = 0;
    for (Element statement : Xml.children(assertion, Saml.ASSERTION, "AttributeStatement")) {
      for (Element each : Xml.children(statement, Saml.ASSERTION, "Attribute")) {
        String name = Xml.attribute(each, "Name");
        for (Element value : Xml.children(each, Saml.ASSERTION, "AttributeValue")) {
          String text = Xml.children(value).isEmpty() ? Xml.text(value) : null;
          if (name != null && text != null && count++ < MOST_VALUES) {
            attributes.computeIfAbsent(name, key -> new ArrayList<>()).add(text);
          }
        }
      }
    }
    return attributes;
  }

  private static Element only(Element parent, String name) throws SamlException {
    Element child = Xml.child(parent, Saml.ASSERTION, name);
    if (child == null) {
      throw new SamlException("its assertion has no " + name);
    }
    return child;
  }
}
