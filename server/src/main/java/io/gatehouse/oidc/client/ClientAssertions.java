package io.gatehouse.oidc.client;

import io.gatehouse.application.ApplicationSecret;
import io.gatehouse.application.authentication.AuthenticationMethod;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.crypto.SentClaims;
import io.gatehouse.platform.crypto.SentJws;
import io.gatehouse.platform.once.Once;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the assertions by which clients show that they know a secret without sending it, {@code
 * client_secret_jwt}, or have a key, {@code private_key_jwt}.
 *
 * <p>Sources: [RFC 7523 §3](https://www.rfc-editor.org/rfc/rfc7523#section-3), [OpenID Connect Core
 * §9](https://openid.net/specs/openid-connect-core-1_0.html#ClientAuthentication)
 */
@Singleton
class ClientAssertions {
  static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private static final String KIND = "assertion";
  private static final String BY_SECRET = "HS256";
  private static final int LONGEST_ID = 1_024;
  private static final JwtReader READER =
      new JwtReader("the assertion", 8_192, ClientAssertions::refused);

  /** An assertion that lives longer would have to be remembered longer, so that it counts once. */
  private static final Duration LONGEST_LIFE = Duration.ofHours(24);

  /** What an assertion may call itself; most leave it out. */
  private static final Set<String> TYPES = Set.of("jwt", "client-authentication+jwt");

  /** Where assertions are shown, below the issuer, which stands for all of them. */
  private static final Set<String> ENDPOINTS =
      Set.of(
          "/token",
          "/request",
          "/token/introspection",
          "/token/revocation",
          "/device/auth",
          "/bc-authorize");

  private final ClientKeys keys;
  private final Once once;
  private final InstantSource clock;

  ClientAssertions(ClientKeys keys, Once once, InstantSource clock) {
    this.keys = keys;
    this.once = once;
    this.clock = clock;
  }

  /**
   * How an assertion proved it.
   *
   * @param secretName of the secret that signed it, where it was one
   */
  record Proof(AuthenticationMethod method, @Nullable String secretName) {}

  /** Whom the assertion claims to be from; proves nothing. */
  static String subject(SentJws assertion) {
    String subject = READER.claims(assertion).subject();
    if (subject == null) {
      throw refused("the assertion is no JWT with a subject");
    }
    return subject;
  }

  /**
   * Uses the assertion up.
   *
   * @throws OAuthException invalid_client
   */
  Proof verify(Tenant tenant, Client client, SentJws jwt) {
    requireType(jwt);
    Proof proof = proof(client, jwt);
    SentClaims claims = READER.claims(jwt);
    Instant end = requireClaims(tenant, client, claims);
    // "the jti … MUST NOT be reused" [OpenID Connect Core §9]
    String id = client.id() + " " + Digests.sha256Hex(requireId(claims));
    if (!once.first(tenant.id(), KIND, id, end)) {
      throw refused("the assertion was used already");
    }
    return proof;
  }

  private Proof proof(Client client, SentJws jwt) {
    // "MUST be rejected, if the JWT is not signed with this algorithm" [OpenID Connect Registration
    // §2]
    if (!client.protocol().mayAssertBy(jwt.header().alg())) {
      throw refused("the client signs its assertions by another algorithm");
    }
    if (BY_SECRET.equals(jwt.header().alg())) {
      return new Proof(AuthenticationMethod.CLIENT_SECRET_JWT, signer(client, jwt).name());
    }
    if (!keys.signed(client, jwt)) {
      throw refused("no key of the client signed the assertion, or by another algorithm");
    }
    return new Proof(AuthenticationMethod.PRIVATE_KEY_JWT, null);
  }

  /** A token that was made for something else proves nothing here [RFC 8725 §3.11]. */
  private static void requireType(SentJws jwt) {
    String type = jwt.header().type();
    if (type != null && !TYPES.contains(type)) {
      throw refused("the token is no assertion of a client");
    }
  }

  private Instant requireClaims(Tenant tenant, Client client, SentClaims claims) {
    if (!client.id().equals(claims.issuer()) || !client.id().equals(claims.subject())) {
      throw refused("issuer and subject of the assertion must be the client");
    }
    if (!isForUs(tenant, client, claims)) {
      throw refused("the assertion is for another audience");
    }
    return READER.requireTimes(claims, clock.instant(), LONGEST_LIFE);
  }

  private static String requireId(SentClaims claims) {
    String id = claims.id();
    if (id == null || id.isEmpty() || id.length() > LONGEST_ID) {
      throw refused("the assertion needs a jti");
    }
    return id;
  }

  /**
   * "The Audience SHOULD be the URL of the … Token Endpoint"; newer clients name the issuer. Those
   * of FAPI name it and nobody else, as a string: "shall only accept its issuer identifier value …
   * as a string in the aud claim" [FAPI 2.0 Security Profile §5.3.2.1].
   */
  private static boolean isForUs(Tenant tenant, Client client, SentClaims claims) {
    return client.fapi()
        ? claims.is("aud", tenant.issuer())
        : JwtReader.isFor(claims, tenant.issuer(), ENDPOINTS);
  }

  private ApplicationSecret signer(Client client, SentJws jwt) {
    for (ApplicationSecret secret : client.secrets()) {
      byte[] key = secret.value().getBytes(StandardCharsets.UTF_8);
      if (!secret.expired(clock.instant()) && jwt.isSignedWith(key)) {
        return secret;
      }
    }
    throw refused("no secret of the client signed the assertion");
  }

  /** The assertion as it was sent. */
  static SentJws parse(String assertion) {
    return READER.signed(assertion);
  }

  private static OAuthException refused(String why) {
    return OAuthError.INVALID_CLIENT.because("client authentication failed: " + why);
  }
}
