package io.gatehouse.oidc.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.application.registration.RegistrationPolicy;
import io.gatehouse.application.registration.StatementIssuer;
import io.gatehouse.oidc.client.IssuerKeys;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody whom the tenant trusts says of a client's software.
 *
 * <p>Source: [RFC 7591 §2.3](https://www.rfc-editor.org/rfc/rfc7591#section-2.3)
 */
@Singleton
class SoftwareStatements {
  private static final String NAME = "software_statement";
  private static final int LONGEST = 16 * 1024;
  private static final Duration SKEW = Duration.ofSeconds(15);

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
    JsonNode said = JsonCodec.mapper().valueToTree(claims(policy, statement).toJSONObject());
    said.properties()
        .forEach(claim -> {
          if (!ABOUT_ITSELF.contains(claim.getKey())) {
            all.set(claim.getKey(), claim.getValue());
          }
        });
    return MetadataText.checked(all);
  }

  private JWTClaimsSet claims(RegistrationPolicy policy, JsonNode statement) {
    try {
      if (statement.isTextual() && statement.textValue().length() <= LONGEST) {
        SignedJWT jwt = SignedJWT.parse(statement.textValue());
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        require(policy, jwt, claims);
        return claims;
      }
    } catch (ParseException e) {
      // Told below like anything else that is no statement.
    }
    throw invalid("it is no signed JWT");
  }

  private void require(RegistrationPolicy policy, SignedJWT jwt, JWTClaimsSet claims) {
    StatementIssuer issuer =
        policy
            .vouching(claims.getIssuer() == null ? "" : claims.getIssuer())
            .orElseThrow(() ->
                OAuthError.UNAPPROVED_SOFTWARE_STATEMENT.because(
                    "software statements of this issuer are not trusted here"));
    if (!keys.signed(new IssuerKeys.Place(issuer.jwks(), issuer.jwksUri()), jwt)) {
      throw invalid("no key of its issuer signed it, or by another algorithm");
    }
    Instant now = clock.instant();
    Date end = claims.getExpirationTime();
    if (end != null && !end.toInstant().isAfter(now.minus(SKEW))) {
      throw invalid("it has expired");
    }
    if (isAhead(claims.getNotBeforeTime(), now) || isAhead(claims.getIssueTime(), now)) {
      throw invalid("it is not valid yet");
    }
  }

  private static boolean isAhead(@Nullable Date time, Instant now) {
    return time != null && time.toInstant().isAfter(now.plus(SKEW));
  }

  private static OAuthException invalid(String why) {
    return OAuthError.INVALID_SOFTWARE_STATEMENT.because("the software statement: " + why);
  }
}
