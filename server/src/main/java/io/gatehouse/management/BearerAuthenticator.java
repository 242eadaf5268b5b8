package io.gatehouse.management;

import io.gatehouse.platform.crypto.certificate.ShownCertificate;
import io.gatehouse.platform.http.listener.ClientCertificates;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.dpop.DpopProofs;
import io.quarkus.arc.DefaultBean;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates by an access token: a JWT of the tenant's own issuer or of the admin tenant's, for
 * the API that is called, with the scope {@code all}. One that is bound to a key comes with a proof
 * of it, or over a connection with the certificate.
 */
@Singleton
@DefaultBean
public class BearerAuthenticator implements Authenticator {
  private static final String SCHEME = "Bearer";
  private static final String PROVED = "DPoP ";
  private static final String SCOPE = "all";

  private final TokenVerifier tokens;
  private final DpopProofs proofs;
  private final ClientCertificates certificates;

  BearerAuthenticator(TokenVerifier tokens, DpopProofs proofs, ClientCertificates certificates) {
    this.certificates = certificates;
    this.tokens = tokens;
    this.proofs = proofs;
  }

  @Override
  public Caller authenticate(HttpServerRequest request, Tenant tenant, String audience) {
    String header = request.getHeader("Authorization");
    Caller caller =
        header != null && header.startsWith(PROVED)
            ? proved(request, header.substring(PROVED.length()).strip(), tenant, audience)
            : tokens.verify(token(header), tenant, audience, shown(request, null));
    if (!caller.scopes().contains(SCOPE)) {
      throw AuthError.FORBIDDEN.exception();
    }
    return caller;
  }

  /** A token that is bound to a key, and the proof of it. [RFC 9449 §7.1] */
  private Caller proved(HttpServerRequest request, String token, Tenant tenant, String audience) {
    List<String> shown = request.headers().getAll(DpopProofs.HEADER);
    if (shown.size() != 1) {
      throw AuthError.UNAUTHORIZED.exception();
    }
    try {
      String key =
          proofs.verify(
              tenant,
              new DpopProofs.Presented(
                  shown.getFirst(), request.method().name(), request.path(), token, false));
      return tokens.verify(token, tenant, audience, shown(request, key));
    } catch (OAuthException e) {
      throw AuthError.UNAUTHORIZED.withData(
          Map.of("code", e.error().code(), "reason", e.description()));
    }
  }

  private TokenVerifier.Shown shown(HttpServerRequest request, @Nullable String key) {
    return new TokenVerifier.Shown(
        key, () -> certificates.of(request).map(ShownCertificate::thumbprint));
  }

  /** The token of an {@code Authorization} header, or the end of the request. */
  public static String token(@Nullable String header) {
    if (header == null || header.isEmpty()) {
      throw AuthError.HEADER_MISSING.exception();
    }
    if (!header.startsWith(SCHEME)) {
      throw AuthError.TOKEN_TYPE_NOT_SUPPORTED.withData(Map.of("supportedTypes", List.of(SCHEME)));
    }
    return header.length() > SCHEME.length() ? header.substring(SCHEME.length() + 1) : "";
  }
}
