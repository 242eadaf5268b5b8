package io.gatehouse.management.token;

import io.gatehouse.management.AuthError;
import io.gatehouse.platform.crypto.certificate.ShownCertificate;
import io.gatehouse.platform.http.listener.ClientCertificates;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.dpop.DpopProofs;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the token of a request, or ends the request.
 *
 * <p>Sources: [RFC 6750 §2.1](https://www.rfc-editor.org/rfc/rfc6750#section-2.1), [RFC 9449
 * §7.1](https://www.rfc-editor.org/rfc/rfc9449#section-7.1)
 */
@Singleton
public class ShownTokens {
  private static final String SCHEME = "Bearer";
  private static final String PROVED = "DPoP ";

  private final DpopProofs proofs;
  private final ClientCertificates certificates;

  ShownTokens(DpopProofs proofs, ClientCertificates certificates) {
    this.proofs = proofs;
    this.certificates = certificates;
  }

  /** The token; a proof that comes with it is used up. */
  public ShownToken of(HttpServerRequest request, Tenant tenant) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.startsWith(PROVED)) {
      return shown(request, bearer(header), null);
    }
    String token = header.substring(PROVED.length()).strip();
    return shown(request, token, key(request, tenant, token));
  }

  private ShownToken shown(HttpServerRequest request, String token, @Nullable String key) {
    return new ShownToken(
        token, key, () -> certificates.of(request).map(ShownCertificate::thumbprint));
  }

  private static String bearer(@Nullable String header) {
    if (header == null || header.isEmpty()) {
      throw AuthError.HEADER_MISSING.exception();
    }
    if (!header.startsWith(SCHEME)) {
      throw AuthError.TOKEN_TYPE_NOT_SUPPORTED.withData(Map.of("supportedTypes", List.of(SCHEME)));
    }
    return header.length() > SCHEME.length() ? header.substring(SCHEME.length() + 1) : "";
  }

  private String key(HttpServerRequest request, Tenant tenant, String token) {
    List<String> shown = request.headers().getAll(DpopProofs.HEADER);
    if (shown.size() != 1) {
      throw AuthError.UNAUTHORIZED.exception();
    }
    try {
      return proofs.verify(
          tenant,
          new DpopProofs.Presented(
              shown.getFirst(), request.method().name(), request.path(), token, false));
    } catch (OAuthException e) {
      throw AuthError.UNAUTHORIZED.withData(
          Map.of("code", e.error().code(), "reason", e.description()));
    }
  }
}
