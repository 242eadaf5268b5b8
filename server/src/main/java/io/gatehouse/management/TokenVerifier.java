package io.gatehouse.management;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.management.token.ShownToken;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.crypto.SentClaims;
import io.gatehouse.platform.crypto.SentJws;
import io.gatehouse.platform.crypto.VerificationKey;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.TenantResolver;
import io.gatehouse.tenant.key.SigningKeys;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks access tokens for the Management API and for administrators' own account, by their
 * signature and claims alone. A signature that was good stays good for a minute; times are checked
 * at every use.
 *
 * <p>Sources: <a href="https://www.rfc-editor.org/rfc/rfc7519#section-7.2">RFC 7519 §7.2</a>, <a
 * href="https://www.rfc-editor.org/rfc/rfc9068#section-4">RFC 9068 §4</a>
 */
@Singleton
class TokenVerifier {
  private static final int REMEMBERED = 10_000;
  private static final Duration AT_MOST = Duration.ofMinutes(1);

  private final TenantResolver tenants;
  private final SigningKeys keys;
  private final InstantSource clock;
  private final Cache<Seen, SentClaims> signed =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED)
          .expireAfterWrite(AT_MOST)
          .executor(Runnable::run)
          .build();

  private record Seen(TenantId tenant, String digest) {}

  TokenVerifier(TenantResolver tenants, SigningKeys keys, InstantSource clock) {
    this.tenants = tenants;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Who the token was issued to, or the end of the request.
   *
   * @param audience the API that the token must be for
   */
  Caller verify(ShownToken shown, Tenant tenant, String audience) {
    Seen seen = new Seen(tenant.id(), Digests.sha256Hex(shown.token()));
    SentClaims claims = signed.getIfPresent(seen);
    if (claims == null) {
      claims = checkSignature(shown.token(), tenant);
      signed.put(seen, claims);
    }
    checkClaims(claims, tenant, audience);
    checkKeys(claims, shown);
    return caller(claims);
  }

  /**
   * Whose token it is, when it is good for a resource; with null it may be for any.
   *
   * <p>For answers that do not end when a token is bad.
   */
  Optional<String> subject(String token, Tenant tenant, @Nullable String audience) {
    try {
      SentClaims claims = checkSignature(token, tenant);
      if (audience != null) {
        checkAudience(claims, audience);
      }
      checkTimes(claims);
      checkIssuer(claims, tenant);
      checkKeys(claims, ShownToken.alone(token));
      return Optional.ofNullable(claims.subject());
    } catch (RequestException e) {
      return Optional.empty();
    }
  }

  private SentClaims checkSignature(String token, Tenant tenant) {
    SentJws jwt;
    SentClaims claims;
    try {
      jwt = SentJws.signed(token);
      claims = jwt.claims();
    } catch (ParseException e) {
      throw TokenFault.MALFORMED.exception();
    }
    VerificationKey key = key(jwt, tenant);
    if (key == null) {
      throw TokenFault.UNKNOWN_KEY.exception();
    }
    if (!key.verifies(jwt)) {
      throw TokenFault.BAD_SIGNATURE.exception();
    }
    return claims;
  }

  /** A token names its key; the key must be the tenant's own or the admin tenant's. */
  private @Nullable VerificationKey key(SentJws jwt, Tenant tenant) {
    String kid = jwt.header().keyId();
    VerificationKey own = keys.ring(tenant.id()).verifier(kid);
    return own != null || tenant.id().equals(TenantId.ADMIN)
        ? own
        : keys.ring(TenantId.ADMIN).verifier(kid);
  }

  private void checkClaims(SentClaims claims, Tenant tenant, String audience) {
    checkIssuer(claims, tenant);
    checkAudience(claims, audience);
    checkTimes(claims);
  }

  private void checkIssuer(SentClaims claims, Tenant tenant) {
    if (claims.issuer() == null || !issuers(tenant).contains(claims.issuer())) {
      throw TokenFault.claim("iss", claims);
    }
  }

  private static void checkAudience(SentClaims claims, String audience) {
    // RFC 9068 §4: the aud claim must contain a resource indicator value for the resource server.
    if (!claims.audience().contains(audience)) {
      throw TokenFault.claim("aud", claims);
    }
  }

  private static void checkKeys(SentClaims claims, ShownToken shown) {
    JsonNode bound = claims.at("cnf");
    if (!shown.fits(bound.path("jkt").textValue(), bound.path("x5t#S256").textValue())) {
      throw TokenFault.claim("cnf", claims);
    }
  }

  private void checkTimes(SentClaims claims) {
    Instant now = clock.instant();
    Instant start = claims.start();
    if (start != null && start.isAfter(now)) {
      throw TokenFault.claim("nbf", claims);
    }
    Instant end = claims.end();
    if (end == null || !end.isAfter(now)) {
      throw TokenFault.expired(claims);
    }
  }

  private Set<String> issuers(Tenant tenant) {
    String own = tenant.issuer();
    if (tenant.id().equals(TenantId.ADMIN)) {
      return Set.of(own);
    }
    return tenants
        .find(TenantId.ADMIN)
        .map(admin -> own.equals(admin.issuer()) ? Set.of(own) : Set.of(own, admin.issuer()))
        .orElse(Set.of(own));
  }

  private static Caller caller(SentClaims claims) {
    String scope = claims.at("scope").textValue();
    if (scope == null && claims.has("scope")) {
      throw TokenFault.claim("scope", claims);
    }
    String subject = claims.subject();
    if (subject == null || subject.isEmpty()) {
      throw AuthError.SUBJECT_MISSING.exception();
    }
    boolean application = claims.is("client_id", subject);
    return new Caller(
        application ? Caller.Kind.APP : Caller.Kind.USER,
        subject,
        scope == null ? Set.of() : Set.copyOf(Arrays.asList(scope.split(" "))));
  }
}
