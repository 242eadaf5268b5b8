package io.gatehouse.oidc.token.assertion;

import io.gatehouse.application.issuer.TrustedIssuer;
import io.gatehouse.application.issuer.TrustedIssuers;
import io.gatehouse.oidc.client.AuthorizationDetails;
import io.gatehouse.oidc.client.IssuerKeys;
import io.gatehouse.oidc.client.JwtReader;
import io.gatehouse.platform.crypto.SentClaims;
import io.gatehouse.platform.crypto.SentJws;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
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
  private static final int LONGEST_TEXT = 1_024;
  private static final JwtReader READER =
      new JwtReader("the assertion", 8_192, Assertions::refused);

  /** Where assertions are shown, below the issuer. */
  private static final Set<String> ENDPOINTS = Set.of("/token");

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
    SentJws jwt = READER.signed(assertion);
    String type = jwt.header().type();
    if (type != null && !TYPES.contains(type)) {
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
      SentJws jwt = READER.signed(hint);
      if (!HINT_TYPE.equals(jwt.header().type())) {
        throw refused("the type of a login_hint_token is " + HINT_TYPE);
      }
      Instant end = READER.claims(jwt).end();
      Instant checked = end == null || end.isAfter(now) ? now : end;
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

  private Genuine check(Tenant tenant, String clientId, SentJws jwt, Instant now) {
    SentClaims claims = READER.claims(jwt);
    TrustedIssuer issuer =
        issuers
            .find(tenant.id(), clientId, text(claims.issuer(), "iss"))
            .orElseThrow(() -> refused("the client trusts no such issuer"));
    if (!keys.signed(new IssuerKeys.Place(issuer.jwks(), issuer.jwksUri()), jwt)) {
      throw refused("no key of the issuer signed the assertion, or by another algorithm");
    }
    if (!isForUs(tenant, issuer, claims)) {
      throw refused("the assertion is for another audience");
    }
    return new Genuine(
        issuer,
        text(claims.subject(), "sub"),
        text(claims.id(), "jti"),
        READER.requireTimes(claims, now, LONGEST_LIFE),
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

  /** Some issuers have a name of their own for us. */
  private static boolean isForUs(Tenant tenant, TrustedIssuer issuer, SentClaims claims) {
    String ours = issuer.audience();
    return JwtReader.isFor(claims, tenant.issuer(), ENDPOINTS)
        || (ours != null && claims.audience().contains(ours));
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

  private static @Nullable String details(SentClaims claims) {
    return claims.has(AuthorizationDetails.NAME)
        ? claims.at(AuthorizationDetails.NAME).toString()
        : null;
  }

  private static OAuthException refused(String why) {
    return OAuthError.INVALID_GRANT.because(why);
  }
}
