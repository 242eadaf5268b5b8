package io.gatehouse.management.token;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An access token, and what its caller has shown besides.
 *
 * @param key thumbprint of the key of a DPoP proof
 * @param certificate thumbprint of the certificate of the connection
 */
public record ShownToken(
    String token, @Nullable String key, Supplier<Optional<String>> certificate) {

  /** Shown with nothing. */
  public static ShownToken alone(String token) {
    return new ShownToken(token, null, Optional::empty);
  }

  /**
   * Whether the caller holds what the token is bound to. A token that is bound to a key is no
   * bearer token: "The resource server … MUST verify that the public key … matches" [RFC 9449 §6];
   * "MUST obtain … the client certificate" and compare it [RFC 8705 §3].
   *
   * @param jkt thumbprint of the key that it is bound to
   * @param x5t the same of a certificate
   */
  public boolean fits(@Nullable String jkt, @Nullable String x5t) {
    return Objects.equals(jkt, key)
        && (x5t == null || certificate.get().filter(x5t::equals).isPresent());
  }
}
