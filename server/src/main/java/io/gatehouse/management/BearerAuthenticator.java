package io.gatehouse.management;

import io.gatehouse.tenant.Tenant;
import io.quarkus.arc.DefaultBean;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates by an access token: a JWT of the tenant's own issuer or of the admin tenant's, for
 * the API that is called, with the scope {@code all}.
 */
@Singleton
@DefaultBean
public class BearerAuthenticator implements Authenticator {
  private static final String SCHEME = "Bearer";
  private static final String SCOPE = "all";

  private final TokenVerifier tokens;

  BearerAuthenticator(TokenVerifier tokens) {
    this.tokens = tokens;
  }

  @Override
  public Caller authenticate(HttpServerRequest request, Tenant tenant, String audience) {
    Caller caller = tokens.verify(token(request.getHeader("Authorization")), tenant, audience);
    if (!caller.scopes().contains(SCOPE)) {
      throw AuthError.FORBIDDEN.exception();
    }
    return caller;
  }

  private static String token(@Nullable String header) {
    if (header == null || header.isEmpty()) {
      throw AuthError.HEADER_MISSING.exception();
    }
    if (!header.startsWith(SCHEME)) {
      throw AuthError.TOKEN_TYPE_NOT_SUPPORTED.withData(Map.of("supportedTypes", List.of(SCHEME)));
    }
    return header.length() > SCHEME.length() ? header.substring(SCHEME.length() + 1) : "";
  }
}
