package io.gatehouse.oidc.issue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
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
      JWK key = keys.ring(tenant.id()).verifier(jwt.getHeader().getKeyID());
      if (!(key instanceof AsymmetricJWK asymmetric)
          || !jwt.verify(
              new DefaultJWSVerifierFactory()
                  .createJWSVerifier(jwt.getHeader(), asymmetric.toPublicKey()))) {
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
    } catch (ParseException | JOSEException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
