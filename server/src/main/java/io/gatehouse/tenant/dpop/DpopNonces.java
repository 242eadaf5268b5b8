package io.gatehouse.tenant.dpop;

import io.gatehouse.platform.crypto.KeyedDigest;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

/**
 * Nonces that say when a proof was made, whatever the client's clock says. All nodes make the same
 * one in the same minutes, so that none is stored.
 *
 * <p>Source: [RFC 9449 §8](https://www.rfc-editor.org/rfc/rfc9449#section-8)
 */
@Singleton
public class DpopNonces {
  private static final Duration STEP = Duration.ofMinutes(2);
  private static final String COLUMN = "dpop nonce";

  private final KeyedDigest digest;
  private final InstantSource clock;

  DpopNonces(KeyedDigest digest, InstantSource clock) {
    this.digest = digest;
    this.clock = clock;
  }

  /** The one to use now. */
  public String current(TenantId tenant) {
    return encode(digest.digest(tenant.value(), COLUMN, step(clock.instant())));
  }

  /** Whether it is the present one, or the one before. */
  boolean accepts(TenantId tenant, String nonce) {
    Instant now = clock.instant();
    return accepts(tenant, nonce, now) || accepts(tenant, nonce, now.minus(STEP));
  }

  private boolean accepts(TenantId tenant, String nonce, Instant at) {
    return digest.candidates(tenant.value(), COLUMN, step(at)).stream()
        .anyMatch(candidate -> encode(candidate).equals(nonce));
  }

  private static String step(Instant at) {
    return Long.toString(at.getEpochSecond() / STEP.toSeconds());
  }

  private static String encode(byte[] digest) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }
}
