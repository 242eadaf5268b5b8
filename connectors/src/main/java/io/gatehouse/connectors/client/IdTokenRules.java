package io.gatehouse.connectors.client;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an ID token must satisfy to be believed.
 *
 * @param issuers any of these; empty when the issuer is not looked at
 * @param algorithms any of these; empty for every asymmetric one
 * @param maxAge since {@code iat}, or null for any
 * @param critical names of critical header parameters that are understood
 * @param now checks against this time, or null for the clock's
 */
public record IdTokenRules(
    URI jwksUri,
    List<String> issuers,
    String audience,
    List<String> algorithms,
    Duration clockTolerance,
    @Nullable Duration maxAge,
    @Nullable String subject,
    @Nullable String typ,
    Set<String> critical,
    @Nullable Instant now) {

  /** Nothing beyond signature, issuer, audience and expiry. */
  public IdTokenRules(URI jwksUri, List<String> issuers, String audience) {
    this(jwksUri, issuers, audience, List.of(), Duration.ZERO, null, null, null, Set.of(), null);
  }
}
