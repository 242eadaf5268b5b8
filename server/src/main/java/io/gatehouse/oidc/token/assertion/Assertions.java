package io.gatehouse.oidc.token.assertion;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.application.issuer.TrustedIssuer;
import io.gatehouse.application.issuer.TrustedIssuers;
import io.gatehouse.oidc.client.AuthorizationDetails;
import io.gatehouse.oidc.client.IssuerKeys;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks assertions about people, and finds out who they are about.
 *
 * <p>Source: [RFC 7523 §3](https://www.rfc-editor.org/rfc/rfc7523#section-3)
 */
@Singleton
public class Assertions {
  private static final int LONGEST = 8_192;
  private static final int LONGEST_TEXT = 1_024;

  /** How far the clocks of issuer and server may be apart. */
  private static final Duration SKEW = Duration.ofSeconds(15);

  /** "may reject assertions with … an expiration time … unreasonably far in the future" [§3]. */
  private static final Duration LONGEST_LIFE = Duration.ofHours(1);

  /** What an assertion may call itself; a token that was made for something else is none. */
  private static final Set<String> TYPES = Set.of("jwt", "authorization-grant+jwt");

  /** A hint must call itself one: nobody may take it for the grant that an assertion is. */
  private static final String HINT_TYPE = "login-hint+jwt";

  private final TrustedIssuers issuers;
  private final IssuerKeys keys;
  private final Users users;
  private final UsedAssertionStore used;

  Assertions(TrustedIssuers issuers, IssuerKeys keys, Users users, UsedAssertionStore used) {
    this.issuers = issuers;
    this.keys = keys;
    this.users = users;
    this.used = used;
  }

  /**
   * An assertion that an issuer has made, and that is good now.
   *
   * @param details what it says is allowed besides scopes, as JSON [RFC 9396]
   */
  public record Genuine(
      TrustedIssuer issuer, String subject, String jti, Instant end, @Nullable String details) {}

  /**
   * Checks all that can be checked without using it up.
   *
   * @throws OAuthException invalid_grant
   */
  public Genuine check(Tenant tenant, String clientId, String assertion, Instant now) {
    SignedJWT jwt = parse(assertion);
    JOSEObjectType type = jwt.getHeader().getType();
    if (type != null && !TYPES.contains(type.getType().toLowerCase(Locale.ROOT))) {
      throw refused("the token is no assertion about a person");
    }
    return check(tenant, clientId, jwt, now);
  }

  /**
   * The id of the person whom a hint means, for a request that asks that person; nothing is used
   * up. [CIBA Core §7.1]
   *
   * @throws OAuthException invalid_request; expired_login_hint_token
   */
  public Hinted hinted(Tenant tenant, String clientId, String hint, Instant now) {
    try {
      SignedJWT jwt = parse(hint);
      JOSEObjectType type = jwt.getHeader().getType();
      if (type == null || !HINT_TYPE.equals(type.getType().toLowerCase(Locale.ROOT))) {
        throw refused("the type of a login_hint_token is " + HINT_TYPE);
      }
      Date end = claims(jwt).getExpirationTime();
      Instant checked = end == null || end.toInstant().isAfter(now) ? now : end.toInstant();
      Genuine genuine = check(tenant, clientId, jwt, checked);
      if (!checked.equals(now)) {
        throw OAuthError.EXPIRED_LOGIN_HINT_TOKEN.because("the login_hint_token has expired");
      }
      return new Hinted(genuine.subject(), person(tenant, genuine));
    } catch (OAuthException e) {
      throw e.error() == OAuthError.EXPIRED_LOGIN_HINT_TOKEN
          ? e
          : OAuthError.INVALID_REQUEST.because(
              "could not validate login_hint_token: " + e.getMessage());
    }
  }

  /**
   * Whom a hint means.
   *
   * @param subject as its issuer says it
   * @param userId ours, where there is such a person
   */
  public record Hinted(String subject, Optional<String> userId) {}

  private Genuine check(Tenant tenant, String clientId, SignedJWT jwt, Instant now) {
    JWTClaimsSet claims = claims(jwt);
    TrustedIssuer issuer =
        issuers
            .find(tenant.id(), clientId, text(claims.getIssuer(), "iss"))
            .orElseThrow(() -> refused("the client trusts no such issuer"));
    if (!keys.signed(new IssuerKeys.Place(issuer.jwks(), issuer.jwksUri()), jwt)) {
      throw refused("no key of the issuer signed the assertion, or by another algorithm");
    }
    if (claims.getAudience().stream().noneMatch(named -> isUs(tenant, issuer, named))) {
      throw refused("the assertion is for another audience");
    }
    return new Genuine(
        issuer,
        text(claims.getSubject(), "sub"),
        text(claims.getJWTID(), "jti"),
        requireTimes(claims, now),
        details(claims));
  }

  /**
   * The id of the person whom it is about; uses it up, for good when the transaction is.
   *
   * @throws OAuthException invalid_grant when it was used before
   */
  public Optional<String> use(Tenant tenant, Genuine genuine) {
    if (!used.use(tenant.id(), genuine.issuer().issuer(), genuine.jti(), genuine.end())) {
      throw refused("the assertion was used already");
    }
    return person(tenant, genuine);
  }

  private Optional<String> person(Tenant tenant, Genuine genuine) {
    String subject = genuine.subject();
    return switch (genuine.issuer().subject()) {
      case ID -> Optional.of(subject);
      case EMAIL ->
          users.forSignIn(tenant.id(), Identifier.email(subject)).map(found -> found.user().id());
      case IDENTITY ->
          users
              .findByIdentity(tenant.id(), String.valueOf(genuine.issuer().target()), subject)
              .map(found -> found.id());
    };
  }

  /** "a value that identifies the authorization server as an intended audience" [§3]. */
  private static boolean isUs(Tenant tenant, TrustedIssuer issuer, @Nullable String named) {
    return named != null
        && (named.equals(tenant.issuer())
            || named.equals(tenant.issuer() + "/token")
            || named.equals(issuer.audience()));
  }

  private static Instant requireTimes(JWTClaimsSet claims, Instant now) {
    Date end = claims.getExpirationTime();
    if (end == null || !end.toInstant().isAfter(now.minus(SKEW))) {
      throw refused("the assertion has expired, or never does");
    }
    if (end.toInstant().isAfter(now.plus(LONGEST_LIFE))) {
      throw refused("the assertion lives too long");
    }
    for (@Nullable Date begin :
        new @Nullable Date[] {claims.getNotBeforeTime(), claims.getIssueTime()}) {
      if (begin != null && begin.toInstant().isAfter(now.plus(SKEW))) {
        throw refused("the assertion is not valid yet");
      }
    }
    return end.toInstant().plus(SKEW);
  }

  private static String text(@Nullable String value, String name) {
    if (value == null
        || value.isEmpty()
        || value.length() > LONGEST_TEXT
        || value.indexOf('\0') >= 0) {
      throw refused("the assertion needs " + name);
    }
    return value;
  }

  private static @Nullable String details(JWTClaimsSet claims) {
    Object details = claims.getClaim(AuthorizationDetails.NAME);
    return details == null ? null : JsonCodec.text(details);
  }

  private static SignedJWT parse(String assertion) {
    if (assertion.length() > LONGEST) {
      throw refused("the assertion is too long");
    }
    try {
      return SignedJWT.parse(assertion);
    } catch (ParseException | RuntimeException e) {
      throw refused("the assertion is no signed JWT");
    }
  }

  private static JWTClaimsSet claims(SignedJWT jwt) {
    try {
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      if (claims != null) {
        return claims;
      }
    } catch (ParseException e) {
      // Told below like an assertion without claims.
    }
    throw refused("the claims of the assertion cannot be read");
  }

  private static OAuthException refused(String why) {
    return OAuthError.INVALID_GRANT.because(why);
  }
}
