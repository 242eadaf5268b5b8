package io.gatehouse.oidc;

import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.dpop.DpopNonces;
import io.gatehouse.tenant.dpop.DpopProofs;
import io.gatehouse.tenant.dpop.DpopProofs.Presented;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proofs of possession at the provider's own endpoints.
 *
 * <p>Source: [RFC 9449](https://www.rfc-editor.org/rfc/rfc9449)
 */
@Singleton
public class Dpop {
  private static final String NONCE = "DPoP-Nonce";

  private final DpopProofs proofs;
  private final DpopNonces nonces;

  Dpop(DpopProofs proofs, DpopNonces nonces) {
    this.proofs = proofs;
    this.nonces = nonces;
  }

  /**
   * A request as far as proofs are concerned.
   *
   * @param proofs the values of its header: "There is not more than one DPoP HTTP request header
   *     field"
   */
  public record Request(List<String> proofs, String method, String path) {
    public Request {
      proofs = List.copyOf(proofs);
    }

    public static Request of(RoutingContext context) {
      return new Request(
          context.request().headers().getAll(DpopProofs.HEADER),
          context.request().method().name(),
          context.request().path());
    }
  }

  /**
   * The thumbprint of the key that the client has shown; null when it has shown none.
   *
   * @param accessToken the token that comes with the proof; null where one is asked for
   * @throws OAuthException invalid_dpop_proof, use_dpop_nonce
   */
  public @Nullable String key(
      Tenant tenant, Request request, @Nullable String accessToken, boolean nonceRequired) {
    if (request.proofs().isEmpty()) {
      return null;
    }
    if (request.proofs().size() > 1) {
      throw OAuthError.INVALID_DPOP_PROOF.because("there is more than one proof");
    }
    return proofs.verify(
        tenant,
        new Presented(
            request.proofs().getFirst(),
            request.method(),
            request.path(),
            accessToken,
            nonceRequired));
  }

  /** Gives the client the nonce that its next proof needs. */
  public void tellNonce(RoutingContext context, Tenant tenant) {
    context
        .response()
        .headers()
        .set(NONCE, nonces.current(tenant.id()))
        .set("Access-Control-Expose-Headers", "WWW-Authenticate, " + NONCE);
  }
}
