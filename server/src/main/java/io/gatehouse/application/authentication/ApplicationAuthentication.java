package io.gatehouse.application.authentication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import io.gatehouse.platform.input.SecureAddressShape;
import io.gatehouse.platform.input.ShapedBy;
import org.jspecify.annotations.Nullable;

/**
 * How an application proves that it is itself.
 *
 * @param method the only one that is accepted; null for every one that the application can do
 * @param jwks its public keys, as a JWK set
 * @param jwksUri where it publishes them instead
 * @param certificateName what it is called in the certificate that it shows
 * @param certificateBoundTokens whether its tokens work only with that certificate [RFC 8705 §3]
 * @param fapi whether it is held to FAPI 2.0: a key of its own, the algorithms of the profile, and
 *     assertions for the issuer alone; its tokens are bound to its certificate, or else by DPoP
 */
@Input
public record ApplicationAuthentication(
    @Nullable @NullAllowed AuthenticationMethod method,
    @Nullable @NullAllowed @ShapedBy(KeySetShape.class) ObjectNode jwks,
    @Nullable @NullAllowed @ShapedBy(SecureAddressShape.class) String jwksUri,
    @Nullable @NullAllowed CertificateName certificateName,
    @Nullable @NullAllowed Boolean certificateBoundTokens,
    @Nullable @NullAllowed Boolean fapi) {
  /** An application that never said anything. */
  public static final ApplicationAuthentication ANY =
      new ApplicationAuthentication(null, null, null, null, false, false);

  public ApplicationAuthentication {
    certificateBoundTokens = Boolean.TRUE.equals(certificateBoundTokens);
    fapi = Boolean.TRUE.equals(fapi);
  }

  /** Whether there are keys to check with. */
  public boolean hasKeys() {
    return jwks != null || jwksUri != null;
  }

  /** Whether the application may prove itself so. */
  public boolean accepts(AuthenticationMethod shown) {
    return (method == null || method == shown) && (!heldToFapi() || shown.byKey());
  }

  /** {@link #certificateBoundTokens} without its third value. */
  public boolean bindsTokens() {
    return Boolean.TRUE.equals(certificateBoundTokens);
  }

  /** {@link #fapi} without its third value. */
  public boolean heldToFapi() {
    return Boolean.TRUE.equals(fapi);
  }
}
