package io.gatehouse.oidc.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.application.ApplicationSecret;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Checks the assertions by which clients show that they know a secret without sending it: {@code
 * client_secret_jwt}, HS256.
 *
 * <p>Sources: [RFC 7523 §3](https://www.rfc-editor.org/rfc/rfc7523#section-3), [OpenID Connect Core
 * §9](https://openid.net/specs/openid-connect-core-1_0.html#ClientAuthentication)
 */
@Singleton
class ClientAssertions {
  static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private static final int LONGEST = 8_192;

  /** How far the clocks of client and server may be apart. */
  private static final Duration SKEW = Duration.ofSeconds(15);

  /** An assertion that lives longer would have to be remembered longer, so that it counts once. */
  private static final Duration LONGEST_LIFE = Duration.ofHours(24);

  private final ClientAssertionStore store;
  private final InstantSource clock;

  ClientAssertions(ClientAssertionStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Whom the assertion claims to be from; proves nothing. */
  static String subject(String assertion) {
    try {
      String subject = parse(assertion).getJWTClaimsSet().getSubject();
      if (subject != null) {
        return subject;
      }
    } catch (ParseException e) {
      // Told below like an assertion without a subject.
    }
    throw refused("the assertion is no JWT with a subject");
  }

  /**
   * The secret that signed the assertion.
   *
   * @throws OAuthException invalid_client
   */
  ApplicationSecret verify(Tenant tenant, Client client, String assertion) {
    SignedJWT jwt = parse(assertion);
    if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())) {
      throw refused("the assertion must be signed with HS256");
    }
    ApplicationSecret secret = signer(client, jwt);
    JWTClaimsSet claims = claims(jwt);
    Instant end = requireClaims(tenant, client, claims);
    // "the jti … MUST NOT be reused" [OpenID Connect Core §9]
    if (!store.use(tenant.id(), client.id(), claims.getJWTID(), end)) {
      throw refused("the assertion was used already");
    }
    return secret;
  }

  private Instant requireClaims(Tenant tenant, Client client, JWTClaimsSet claims) {
    Instant now = clock.instant();
    if (!client.id().equals(claims.getIssuer()) || !client.id().equals(claims.getSubject())) {
      throw refused("issuer and subject of the assertion must be the client");
    }
    List<String> audience = claims.getAudience();
    if (audience.stream().noneMatch(audiences(tenant)::contains)) {
      throw refused("the assertion is for another audience");
    }
    if (claims.getJWTID() == null || claims.getJWTID().isEmpty()) {
      throw refused("the assertion needs a jti");
    }
    Date end = claims.getExpirationTime();
    if (end == null || !end.toInstant().isAfter(now.minus(SKEW))) {
      throw refused("the assertion has expired, or never does");
    }
    if (end.toInstant().isAfter(now.plus(LONGEST_LIFE))) {
      throw refused("the assertion lives too long");
    }
    Date start = claims.getNotBeforeTime();
    if (start != null && start.toInstant().isAfter(now.plus(SKEW))) {
      throw refused("the assertion is not valid yet");
    }
    return end.toInstant().plus(SKEW);
  }

  /** "The Audience SHOULD be the URL of the … Token Endpoint"; newer clients name the issuer. */
  private static Set<String> audiences(Tenant tenant) {
    String issuer = tenant.issuer();
    return Set.of(
        issuer,
        issuer + "/token",
        issuer + "/request",
        issuer + "/token/introspection",
        issuer + "/token/revocation");
  }

  private ApplicationSecret signer(Client client, SignedJWT jwt) {
    for (ApplicationSecret secret : client.secrets()) {
      try {
        byte[] key = secret.value().getBytes(StandardCharsets.UTF_8);
        if (!secret.expired(clock.instant()) && jwt.verify(new MACVerifier(key))) {
          return secret;
        }
      } catch (JOSEException e) {
        throw refused("the assertion cannot be verified");
      }
    }
    throw refused("no secret of the client signed the assertion");
  }

  private static JWTClaimsSet claims(SignedJWT jwt) {
    try {
      return jwt.getJWTClaimsSet();
    } catch (ParseException e) {
      throw refused("the assertion's claims cannot be read");
    }
  }

  private static SignedJWT parse(String assertion) {
    if (assertion.length() > LONGEST) {
      throw refused("the assertion is too long");
    }
    try {
      return SignedJWT.parse(assertion);
    } catch (ParseException e) {
      throw refused("the assertion is no signed JWT");
    }
  }

  private static OAuthException refused(String why) {
    return OAuthError.INVALID_CLIENT.because("client authentication failed: " + why);
  }
}
