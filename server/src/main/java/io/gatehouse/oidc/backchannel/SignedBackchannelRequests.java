package io.gatehouse.oidc.backchannel;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.ClientKeys;
import io.gatehouse.oidc.client.EncryptedRequests;
import io.gatehouse.oidc.client.JwtParameters;
import io.gatehouse.oidc.client.JwtReader;
import io.gatehouse.platform.crypto.SentClaims;
import io.gatehouse.platform.crypto.SentJws;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/**
 * Opens the requests of clients that sign what they ask. A client that has registered to sign is
 * held to that, and one that has not does not.
 *
 * <p>Source: [CIBA Core
 * §7.1.1](https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html#signed_auth_request)
 */
@Singleton
class SignedBackchannelRequests {
  private static final String REQUEST = "request";
  private static final JwtReader READER =
      new JwtReader("the signed request", 32 * 1024, SignedBackchannelRequests::refused);
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(60);

  /** How the client proves who it is; everything else is in what it has signed. */
  private static final Set<String> BESIDE =
      Set.of(REQUEST, "client_id", "client_secret", "client_assertion", "client_assertion_type");

  private final ClientKeys keys;
  private final EncryptedRequests encrypted;
  private final InstantSource clock;

  SignedBackchannelRequests(ClientKeys keys, EncryptedRequests encrypted, InstantSource clock) {
    this.keys = keys;
    this.encrypted = encrypted;
    this.clock = clock;
  }

  /**
   * What the request really asks.
   *
   * @throws OAuthException invalid_request
   */
  Parameters open(Tenant tenant, Client client, Parameters sent) {
    String algorithm = client.protocol().backchannelAuthenticationRequestSigningAlg();
    String request = sent.get(REQUEST);
    if (request == null && algorithm == null) {
      return sent;
    }
    if (request == null || algorithm == null) {
      throw refused(
          request == null
              ? "this client must sign its requests"
              : "this client has not registered to sign its requests");
    }
    // "MUST NOT be present outside of the JWT" [CIBA Core §7.1.1]
    if (!BESIDE.containsAll(sent.names())) {
      throw refused("a signed request has its parameters within");
    }
    SentJws jwt =
        READER.signed(
            encrypted
                .open(tenant, request)
                .orElseThrow(() -> refused("the signed request cannot be decrypted")));
    if (!algorithm.equals(jwt.header().alg()) || !keys.signed(client, jwt)) {
      throw refused("no key of the client signed the request, or by another algorithm");
    }
    SentClaims claims = READER.claims(jwt);
    requireParties(tenant, client, claims);
    requireTimes(claims);
    if (claims.has(REQUEST)) {
      throw refused("a signed request must not hold another");
    }
    return JwtParameters.of(client, claims);
  }

  private static void requireParties(Tenant tenant, Client client, SentClaims claims) {
    if (!client.id().equals(claims.issuer())) {
      throw refused("the issuer of the signed request must be the client");
    }
    if (!claims.audience().contains(tenant.issuer())) {
      throw refused("the signed request is for another audience");
    }
    String id = claims.id();
    if (id == null || id.isEmpty()) {
      throw refused("the signed request needs a jti");
    }
  }

  /** All three times "MUST" be there. */
  private void requireTimes(SentClaims claims) {
    Instant now = clock.instant();
    Instant end = claims.end();
    Instant start = claims.start();
    if (end == null || start == null || claims.issued() == null) {
      throw refused("the signed request needs exp, nbf and iat");
    }
    READER.requireTimes(claims, now);
    if (end.isAfter(start.plus(LONGEST_LIFE))) {
      throw refused("the signed request lives too long");
    }
  }

  private static OAuthException refused(String why) {
    return OAuthError.INVALID_REQUEST.because(why);
  }
}
