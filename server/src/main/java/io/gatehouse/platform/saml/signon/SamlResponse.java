package io.gatehouse.platform.saml.signon;

import io.gatehouse.platform.saml.DecryptionKey;
import io.gatehouse.platform.saml.PostBinding;
import io.gatehouse.platform.saml.Saml;
import io.gatehouse.platform.saml.SamlException;
import io.gatehouse.platform.saml.TrustedKeys;
import io.gatehouse.platform.saml.Xml;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Believes a provider's response, or refuses it. Only what was signed is read: the response, or the
 * assertion in it.
 *
 * <p>Sources: <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf">SAML
 * 2.0 Core §3.2.2, §3.3.3</a>, <a
 * href="https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf">Profiles
 * §4.1.4</a>
 */
public final class SamlResponse {
  private static final int MOST_STATUS = 200;

  private final Expectation expected;
  private final @Nullable DecryptionKey ours;
  private final TrustedKeys keys;

  /** A response whose assertion is not encrypted. */
  public SamlResponse(Expectation expected) {
    this(expected, null);
  }

  /** A response whose assertion may be encrypted for a key of ours. */
  public SamlResponse(Expectation expected, @Nullable DecryptionKey ours) {
    this.expected = expected;
    this.ours = ours;
    this.keys = new TrustedKeys(expected.provider().certificates());
  }

  /**
   * The assertion that the response brings.
   *
   * @param value the field of the form
   */
  public SamlAssertion read(String value, Instant now) throws SamlException {
    Element sent = PostBinding.decode(value);
    require(Xml.is(sent, Saml.PROTOCOL, "Response"), "it is no response");
    Element encrypted = Xml.child(sent, Saml.ASSERTION, "EncryptedAssertion");
    SamlAssertion read =
        new SamlAssertion(encrypted == null ? open(sent) : hidden(sent, encrypted));
    read.check(expected, now);
    return read;
  }

  /** What was signed of a response that hides nothing. */
  private Element open(Element sent) throws SamlException {
    boolean whole = TrustedKeys.signed(sent);
    Element response = whole ? keys.verify(sent) : sent;
    checkEnvelope(response);
    Element assertion = assertion(response);
    return whole ? assertion : keys.verify(assertion);
  }

  /**
   * The same where the assertion is encrypted. A signature around it is over what hides it, or over
   * the assertion itself where the provider signs before it encrypts. Until a signature tells that
   * the provider has made it, every failure looks alike, so that nobody can find out by trying what
   * an assertion says.
   */
  private Element hidden(Element sent, Element encrypted) throws SamlException {
    if (ours == null) {
      throw new SamlException("its assertion is encrypted, which is not asked for");
    }
    Element response = TrustedKeys.signed(sent) ? verifiedOrNull(sent) : null;
    if (response != null) {
      checkEnvelope(response);
      ours.decrypt(only(response, "EncryptedAssertion"));
      return assertion(response);
    }
    checkEnvelope(sent);
    try {
      ours.decrypt(encrypted);
      return open(sent);
    } catch (SamlException e) {
      throw new SamlException("its encrypted assertion cannot be read, or is not signed", e);
    }
  }

  private @Nullable Element verifiedOrNull(Element sent) {
    try {
      return keys.verify(sent);
    } catch (SamlException otherwise) {
      return null;
    }
  }

  private void checkEnvelope(Element response) throws SamlException {
    require(Saml.VERSION.equals(Xml.attribute(response, "Version")), "its version");
    requireSuccess(response);
    requireIfGiven(
        Xml.attribute(response, "Destination"), expected.us().assertionConsumerService(), "place");
    String inResponseTo = Xml.attribute(response, "InResponseTo");
    require(
        inResponseTo == null || inResponseTo.equals(expected.requestId()),
        "it answers another request");
    requireIfGiven(
        Xml.text(response, Saml.ASSERTION, "Issuer"), expected.provider().entityId(), "provider");
  }

  private static void requireSuccess(Element response) throws SamlException {
    Element status = Xml.child(response, Saml.PROTOCOL, "Status");
    Element code = status == null ? null : Xml.child(status, Saml.PROTOCOL, "StatusCode");
    String value = code == null ? null : Xml.attribute(code, "Value");
    if (!Saml.SUCCESS.equals(value)) {
      String said = String.valueOf(value);
      throw new SamlException(
          "the provider says " + said.substring(0, Math.min(said.length(), MOST_STATUS)));
    }
  }

  private static Element assertion(Element response) throws SamlException {
    return only(response, "Assertion");
  }

  private static Element only(Element response, String name) throws SamlException {
    List<Element> found = Xml.children(response, Saml.ASSERTION, name);
    require(found.size() == 1, "it must hold one assertion");
    return found.getFirst();
  }

  private static void requireIfGiven(@Nullable String given, String wanted, String what)
      throws SamlException {
    require(given == null || given.equals(wanted), "it is meant for another " + what);
  }

  static void require(boolean holds, String otherwise) throws SamlException {
    if (!holds) {
      throw new SamlException(otherwise);
    }
  }
}
