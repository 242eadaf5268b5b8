package io.gatehouse.enterprise.saml;

import io.gatehouse.enterprise.provider.SamlIdentityProvider;
import io.gatehouse.enterprise.provider.ServiceProvider;
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
final class SamlResponse {
  private static final int MOST_STATUS = 200;

  private final SamlIdentityProvider provider;
  private final ServiceProvider us;
  private final @Nullable String requestId;

  /**
   * A response to a request of ours, or to none.
   *
   * @param requestId that it must answer; without one it must answer nothing, so that what was said
   *     upon somebody's request is not brought as if unasked
   */
  SamlResponse(SamlIdentityProvider provider, ServiceProvider us, @Nullable String requestId) {
    this.provider = provider;
    this.us = us;
    this.requestId = requestId;
  }

  /**
   * The assertion that the response brings.
   *
   * @param value the field of the form
   */
  SamlAssertion read(String value, Instant now) throws SamlException {
    Element sent = PostBinding.decode(value);
    require(Xml.is(sent, Saml.PROTOCOL, "Response"), "it is no response");
    TrustedKeys keys = new TrustedKeys(provider.certificates());
    boolean whole = TrustedKeys.signed(sent);
    Element response = whole ? keys.verify(sent) : sent;
    checkEnvelope(response);
    Element assertion = assertion(response);
    SamlAssertion read = new SamlAssertion(whole ? assertion : keys.verify(assertion));
    read.check(provider, us, requestId, now);
    return read;
  }

  private void checkEnvelope(Element response) throws SamlException {
    require(Saml.VERSION.equals(Xml.attribute(response, "Version")), "its version");
    requireSuccess(response);
    requireIfGiven(Xml.attribute(response, "Destination"), us.assertionConsumerService(), "place");
    String inResponseTo = Xml.attribute(response, "InResponseTo");
    require(inResponseTo == null || inResponseTo.equals(requestId), "it answers another request");
    requireIfGiven(Xml.text(response, Saml.ASSERTION, "Issuer"), provider.entityId(), "provider");
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
    List<Element> assertions = Xml.children(response, Saml.ASSERTION, "Assertion");
    if (assertions.isEmpty()
        && !Xml.children(response, Saml.ASSERTION, "EncryptedAssertion").isEmpty()) {
      throw new SamlException("its assertion is encrypted, which is not asked for");
    }
    require(assertions.size() == 1, "it must hold one assertion");
    return assertions.getFirst();
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
