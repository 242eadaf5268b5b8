package io.gatehouse.oidc.userinfo;

import io.gatehouse.oidc.Dpop;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.dpop.DpopProofs;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An access token as a client shows it: alone, or with a proof that it is the client's own.
 *
 * <p>Sources: [RFC 6750 §2](https://www.rfc-editor.org/rfc/rfc6750#section-2), [RFC 9449
 * §7.1](https://www.rfc-editor.org/rfc/rfc9449#section-7.1)
 *
 * @param proved whether it comes with a proof
 */
record AccessTokenHeader(boolean proved, String token) {
  private static final String BEARER = "Bearer ";
  private static final String DPOP = "DPoP ";

  static AccessTokenHeader bearer(String token) {
    return new AccessTokenHeader(false, token);
  }

  /** What an {@code Authorization} header says; null when it shows no token. */
  static @Nullable AccessTokenHeader of(@Nullable String header) {
    if (header == null) {
      return null;
    }
    if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return bearer(header.substring(BEARER.length()).strip());
    }
    return header.regionMatches(true, 0, DPOP, 0, DPOP.length())
        ? new AccessTokenHeader(true, header.substring(DPOP.length()).strip())
        : null;
  }

  /**
   * A token that is bound to a key needs a proof of that key, and is no bearer token.
   *
   * @param nonceRequired whether the proof must hold a nonce of ours [RFC 9449 §9]
   * @throws OAuthException invalid_token, invalid_dpop_proof, use_dpop_nonce; all of them 401
   */
  void require(
      @Nullable Confirmation confirmation,
      Dpop dpop,
      Tenant tenant,
      Dpop.Request request,
      boolean nonceRequired) {
    String bound = confirmation == null ? null : confirmation.jkt();
    String key = proved ? key(dpop, tenant, request, nonceRequired) : null;
    if (!Objects.equals(bound, key)) {
      throw OAuthError.INVALID_TOKEN.because("the token is bound to another key, or to none");
    }
  }

  private String key(Dpop dpop, Tenant tenant, Dpop.Request request, boolean nonceRequired) {
    try {
      String key = dpop.key(tenant, request, token, nonceRequired);
      if (key != null) {
        return key;
      }
    } catch (OAuthException e) {
      throw new OAuthException(e.error(), e.description(), 401, null);
    }
    throw new OAuthException(
        OAuthError.INVALID_DPOP_PROOF, "the token comes without a proof", 401, null);
  }

  /** How to do better. [RFC 6750 §3], [RFC 9449 §7.1] */
  static String challenge(
      Tenant tenant, @Nullable AccessTokenHeader shown, OAuthException refused) {
    String error = ", error=\"" + refused.error().code() + "\"" + scope(refused);
    if (shown == null || !shown.proved()) {
      return "Bearer realm=\"" + tenant.issuer() + "\"" + (shown == null ? "" : error);
    }
    String algorithms =
        DpopProofs.ALGORITHMS.stream().map(SigningAlgorithm::alg).collect(Collectors.joining(" "));
    return "DPoP realm=\"" + tenant.issuer() + "\"" + error + ", algs=\"" + algorithms + "\"";
  }

  /** "the scope necessary to access the protected resource" [RFC 6750 §3.1] */
  private static String scope(OAuthException refused) {
    return refused.scope() == null ? "" : ", scope=\"" + refused.scope() + "\"";
  }
}
