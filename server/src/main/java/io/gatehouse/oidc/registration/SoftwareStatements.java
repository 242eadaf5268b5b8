package io.gatehouse.oidc.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.registration.RegistrationPolicy;
import io.gatehouse.application.registration.StatementIssuer;
import io.gatehouse.oidc.client.IssuerKeys;
import io.gatehouse.oidc.client.JwtReader;
import io.gatehouse.platform.crypto.SentClaims;
import io.gatehouse.platform.crypto.SentJws;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;

/**
 * Reads what somebody whom the tenant trusts says of a client's software.
 *
 * <p>Source: [RFC 7591 §2.3](https://www.rfc-editor.org/rfc/rfc7591#section-2.3)
 */
@Singleton
class SoftwareStatements {
  private static final String NAME = "software_statement";
  private static final JwtReader READER =
      new JwtReader("the software statement", 16 * 1024, SoftwareStatements::invalid);

  /** What a statement says about itself rather than about the client. */
  private static final Set<String> ABOUT_ITSELF =
      Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", NAME);

  private final IssuerKeys keys;
  private final InstantSource clock;

  SoftwareStatements(IssuerKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The metadata with what the statement says. "If the same client metadata name is present in both
   * locations …, the value of a claim in the software statement MUST take precedence".
   *
   * @throws OAuthException invalid_software_statement, unapproved_software_statement
   */
  ObjectNode applied(RegistrationPolicy policy, ObjectNode sent) {
    JsonNode statement = sent.path(NAME);
    if (statement.isMissingNode() || statement.isNull()) {
      if (policy.asksStatement()) {
        throw OAuthError.UNAPPROVED_SOFTWARE_STATEMENT.because(
            "clients register here with a software statement");
      }
      return sent;
    }
    ObjectNode all = sent.deepCopy();
    claims(policy, statement)
        .all()
        .properties()
        .forEach(claim -> {
          if (!ABOUT_ITSELF.contains(claim.getKey())) {
            all.set(claim.getKey(), claim.getValue());
          }
        });
    return MetadataText.checked(all);
  }

  private SentClaims claims(RegistrationPolicy policy, JsonNode statement) {
    SentJws jwt = READER.signed(statement.isTextual() ? statement.textValue() : "");
    SentClaims claims = READER.claims(jwt);
    StatementIssuer issuer =
        policy
            .vouching(claims.issuer() == null ? "" : claims.issuer())
            .orElseThrow(() ->
                OAuthError.UNAPPROVED_SOFTWARE_STATEMENT.because(
                    "software statements of this issuer are not trusted here"));
    if (!keys.signed(new IssuerKeys.Place(issuer.jwks(), issuer.jwksUri()), jwt)) {
      throw invalid("no key of its issuer signed the software statement, or by another algorithm");
    }
    READER.requireTimes(claims, clock.instant());
    return claims;
  }

  private static OAuthException invalid(String why) {
    return OAuthError.INVALID_SOFTWARE_STATEMENT.because(why);
  }
}
