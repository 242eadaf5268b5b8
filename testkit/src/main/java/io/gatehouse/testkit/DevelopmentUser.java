package io.gatehouse.testkit;

import io.gatehouse.management.Authenticator;
import io.gatehouse.management.BearerAuthenticator;
import io.gatehouse.management.Caller;
import io.gatehouse.tenant.Tenant;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes whoever names themselves in the header {@code development-user-id}, or else the environment
 * in {@code DEVELOPMENT_USER_ID}, for an administrator of the tenant; everybody else needs a token
 * as ever.
 */
@Singleton
class DevelopmentUser implements Authenticator {
  static final String HEADER = "development-user-id";
  static final String VARIABLE = "DEVELOPMENT_USER_ID";

  private static final Set<String> EVERYTHING = Set.of("all");

  private final BearerAuthenticator product;

  DevelopmentUser(BearerAuthenticator product) {
    this.product = product;
  }

  @Override
  public Caller authenticate(HttpServerRequest request, Tenant tenant, String audience) {
    String id = named(request.getHeader(HEADER), System.getenv(VARIABLE));
    return id == null
        ? product.authenticate(request, tenant, audience)
        : new Caller(Caller.Kind.USER, id, EVERYTHING);
  }

  /** The header wins; an empty one is none. */
  static @Nullable String named(@Nullable String header, @Nullable String variable) {
    String id = header == null || header.isEmpty() ? variable : header;
    return id == null || id.isEmpty() ? null : id;
  }
}
