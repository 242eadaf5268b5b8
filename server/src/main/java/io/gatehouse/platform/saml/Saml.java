package io.gatehouse.platform.saml;

/**
 * The names of SAML 2.0.
 *
 * <p>Source: <a
 * href="https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf">Assertions and
 * Protocols for SAML 2.0</a>
 */
public final class Saml {
  public static final String VERSION = "2.0";

  public static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
  public static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
  public static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
  public static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
  public static final String ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#";
  public static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";
  public static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  public static final String POST_BINDING = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
  public static final String REDIRECT_BINDING =
      "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

  public static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
  public static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";
  public static final String ENTITY_FORMAT = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";

  private Saml() {}
}
