package io.gatehouse.oidc.issue;

import io.gatehouse.platform.crypto.SentClaims;
import io.gatehouse.platform.crypto.SentJws;
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
      SentJws jwt = SentJws.signed(token);
      VerificationKey key = keys.ring(tenant.id()).verifier(jwt.header().keyId());
      return key != null && key.verifies(jwt) && jwt.header().type() == null
          ? hint(tenant, jwt.claims())
          : Optional.empty();
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Hint> hint(Tenant tenant, SentClaims claims) throws ParseException {
    String subject = claims.subject();
    boolean ours = claims.is("iss", tenant.issuer()) && claims.audience().size() == 1;
    return ours && subject != null
        ? Optional.of(new Hint(subject, claims.audience().getFirst(), claims.text("sid")))
        : Optional.empty();
  }
}
