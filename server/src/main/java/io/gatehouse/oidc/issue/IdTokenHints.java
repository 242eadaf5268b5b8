package io.gatehouse.oidc.issue;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.platform.crypto.VerificationKey;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.key.SigningKeys;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads ID tokens of ours that come back as a hint of who is meant. Expired ones count: "the
 * current time may be after exp".
 */
@Singleton
public class IdTokenHints {
  private static final int LONGEST = 16_384;

  private final SigningKeys keys;

  IdTokenHints(SigningKeys keys) {
    this.keys = keys;
  }

  /** Whom the token is about and for which client it was made. */
  public record Hint(String subject, String clientId, @Nullable String sessionId) {}

  /** What the token says, if it is one of ours. */
  public Optional<Hint> read(Tenant tenant, String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      VerificationKey key = keys.ring(tenant.id()).verifier(jwt.getHeader().getKeyID());
      if (key == null || !key.verifies(jwt)) {
        return Optional.empty();
      }
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      boolean ours =
          tenant.issuer().equals(claims.getIssuer())
              && claims.getAudience().size() == 1
              && jwt.getHeader().getType() == null;
      return ours
          ? Optional.of(
              new Hint(
                  claims.getSubject(),
                  claims.getAudience().getFirst(),
                  claims.getStringClaim("sid")))
          : Optional.empty();
    } catch (ParseException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
