package io.gatehouse.oidc.issue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.oidc.client.AuthorizationDetails;
import io.gatehouse.platform.crypto.SentClaims;
import io.gatehouse.platform.crypto.SentJws;
import io.gatehouse.platform.crypto.VerificationKey;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.key.SigningKeys;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads signed access tokens of ours that come back.
 *
 * <p>Source: [RFC 9068 §4](https://www.rfc-editor.org/rfc/rfc9068#section-4)
 */
@Singleton
public class SignedAccessTokens {
  private static final String TYPE = "at+jwt";

  private final SigningKeys keys;

  SignedAccessTokens(SigningKeys keys) {
    this.keys = keys;
  }

  /**
   * Whom a token stands for, and for which client it was made.
   *
   * @param details what it allows besides scopes [RFC 9396]
   */
  public record Signed(String subject, String clientId, @Nullable ArrayNode details) {}

  /**
   * What the token says; empty when it is not ours, over, another kind of token, or bound to a key
   * that nobody has shown here.
   */
  public Optional<Signed> read(Tenant tenant, String token, Instant now) {
    try {
      SentJws jwt = SentJws.signed(token);
      VerificationKey key = keys.ring(tenant.id()).verifier(jwt.header().keyId());
      boolean ours = key != null && TYPE.equals(jwt.header().type()) && key.verifies(jwt);
      return ours ? signed(tenant, jwt.claims(), now) : Optional.empty();
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Signed> signed(Tenant tenant, SentClaims claims, Instant now)
      throws ParseException {
    String subject = claims.subject();
    String clientId = claims.text("client_id");
    boolean valid =
        claims.is("iss", tenant.issuer())
            && claims.end() != null
            && claims.end().isAfter(now)
            && !claims.has("cnf");
    return valid && subject != null && clientId != null
        ? Optional.of(new Signed(subject, clientId, details(claims)))
        : Optional.empty();
  }

  private static @Nullable ArrayNode details(SentClaims claims) {
    return claims.at(AuthorizationDetails.NAME) instanceof ArrayNode details ? details : null;
  }
}
