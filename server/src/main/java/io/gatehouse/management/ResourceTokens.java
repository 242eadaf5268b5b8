package io.gatehouse.management;

import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads access tokens for the resources of a tenant, where a bad one is no error. */
@Singleton
public class ResourceTokens {
  private static final String SCHEME = "Bearer ";

  private final TokenVerifier tokens;

  ResourceTokens(TokenVerifier tokens) {
    this.tokens = tokens;
  }

  /**
   * The person or application that an {@code Authorization} header speaks for.
   *
   * @param audience the resource that the token must be for; null for any
   */
  public Optional<String> subject(
      @Nullable String header, Tenant tenant, @Nullable String audience) {
    return header == null || !header.startsWith(SCHEME)
        ? Optional.empty()
        : tokens.subject(header.substring(SCHEME.length()), tenant, audience);
  }
}
