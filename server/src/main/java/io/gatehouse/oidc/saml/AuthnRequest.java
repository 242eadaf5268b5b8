package io.gatehouse.oidc.saml;

import io.gatehouse.application.saml.SamlError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.saml.PostBinding;
import io.gatehouse.platform.saml.RedirectBinding;
import io.gatehouse.platform.saml.Saml;
import io.gatehouse.platform.saml.SamlException;
import io.gatehouse.platform.saml.SamlTimes;
import io.gatehouse.platform.saml.Xml;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What a service provider asks: that somebody signs in.
 *
 * <p>Source: <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf">SAML 2.0
 * Core §3.4.1</a>
 *
 * @param id that the answer names
 * @param issuer the service provider
 */
record AuthnRequest(String id, String issuer) {
  /** An xs:ID is a name without a colon; a bound keeps it in a row. */
  private static final Pattern ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]{0,255}");

  /** From the query of an address. */
  static AuthnRequest redirected(String value) {
    return read(() -> RedirectBinding.decode(value));
  }

  /** From the field of a form. */
  static AuthnRequest posted(String value) {
    return read(() -> PostBinding.decode(value));
  }

  private interface Decoding {
    Element message() throws SamlException;
  }

  private static AuthnRequest read(Decoding decoding) {
    try {
      return of(decoding.message());
    } catch (SamlException e) {
      throw refused(e);
    }
  }

  private static RequestException refused(SamlException reason) {
    return SamlError.INVALID_REQUEST.withData(
        Map.of("message", String.valueOf(reason.getMessage())));
  }

  private static AuthnRequest of(Element message) throws SamlException {
    if (!Xml.is(message, Saml.PROTOCOL, "AuthnRequest")) {
      throw new SamlException("the message is no AuthnRequest");
    }
    if (!Saml.VERSION.equals(Xml.attribute(message, "Version"))) {
      throw new SamlException("the message is not of SAML 2.0");
    }
    String id = Xml.attribute(message, "ID");
    if (id == null || !ID.matcher(id).matches()) {
      throw new SamlException("the message has no ID");
    }
    SamlTimes.parse(present(Xml.attribute(message, "IssueInstant"), "IssueInstant"));
    Element issuer = Xml.child(message, Saml.ASSERTION, "Issuer");
    return new AuthnRequest(id, present(issuer == null ? null : Xml.text(issuer), "Issuer"));
  }

  private static String present(@Nullable String value, String name) throws SamlException {
    if (value == null) {
      throw new SamlException("the message has no " + name);
    }
    return value;
  }
}
