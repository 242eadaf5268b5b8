package io.gatehouse.platform.saml.signon;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A provider of SAML, as its metadata or an administrator describes it.
 *
 * @param signInEndpoint where requests go
 * @param certificates whose keys sign for it; never none
 */
public record IdentityProvider(
    String entityId, SignInEndpoint signInEndpoint, List<X509Certificate> certificates) {
  public IdentityProvider {
    certificates = List.copyOf(certificates);
  }
}
