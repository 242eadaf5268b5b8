package io.gatehouse.oidc.client;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.protocol.OAuthException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads tokens that others have made, and refuses in the words of its caller what is none. It does
 * not look at signatures: whose key must have made one is the caller's to know.
 *
 * <p>Source: [RFC 7519 §7.2](https://www.rfc-editor.org/rfc/rfc7519#section-7.2)
 */
public final class JwtReader {
  /** How far the clocks of whoever made a token and of this server may be apart. */
  public static final Duration SKEW = Duration.ofSeconds(15);

  private final String noun;
  private final int longest;
  private final Function<String, OAuthException> refusal;

  /**
   * Of tokens that have this name for the person who reads what is wrong: "the assertion".
   *
   * @param longest in characters
   * @param refusal makes the caller's error of a reason
   */
  public JwtReader(String noun, int longest, Function<String, OAuthException> refusal) {
    this.noun = noun;
    this.longest = longest;
    this.refusal = refusal;
  }

  /** The token as it was sent, whoever signed it. */
  public SignedJWT signed(String token) {
    requireShort(token);
    try {
      return SignedJWT.parse(token);
    } catch (ParseException | RuntimeException e) {
      throw refused(" is no signed JWT");
    }
  }

  /** Refuses a token that is longer than any of its kind. */
  public void requireShort(String token) {
    if (token.length() > longest) {
      throw refused(" is too long");
    }
  }

  public JWTClaimsSet claims(JWT jwt) {
    try {
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      if (claims != null) {
        return claims;
      }
    } catch (ParseException e) {
      // Told below like a token without claims.
    }
    throw refused(" has claims that cannot be read");
  }

  /**
   * Refuses a token that is over, does not hold yet, or would have to be remembered for too long;
   * answers when it is over by any clock.
   */
  public Instant requireTimes(JWTClaimsSet claims, Instant now, Duration longestLife) {
    Date end = claims.getExpirationTime();
    if (end == null || isOver(claims, now)) {
      throw refused(" has expired, or never does");
    }
    if (end.toInstant().isAfter(now.plus(longestLife))) {
      throw refused(" lives too long");
    }
    requireBegun(claims, now);
    return end.toInstant().plus(SKEW);
  }

  /** Refuses a token that may never end, but has, or does not hold yet. */
  public void requireTimes(JWTClaimsSet claims, Instant now) {
    if (isOver(claims, now)) {
      throw refused(" has expired");
    }
    requireBegun(claims, now);
  }

  private void requireBegun(JWTClaimsSet claims, Instant now) {
    if (isAhead(claims.getNotBeforeTime(), now) || isAhead(claims.getIssueTime(), now)) {
      throw refused(" is not valid yet");
    }
  }

  public static boolean isOver(JWTClaimsSet claims, Instant now) {
    Date end = claims.getExpirationTime();
    return end != null && !end.toInstant().isAfter(now.minus(SKEW));
  }

  public static boolean isAhead(@Nullable Date time, Instant now) {
    return time != null && time.toInstant().isAfter(now.plus(SKEW));
  }

  /**
   * Whether the token is meant for us: "a value that identifies the authorization server as an
   * intended audience" [RFC 7523 §3].
   *
   * @param endpoints that stand for the issuer as well, by what follows it
   */
  public static boolean isFor(JWTClaimsSet claims, String issuer, Set<String> endpoints) {
    for (@Nullable String named : claims.getAudience()) {
      if (named != null
          && named.startsWith(issuer)
          && (named.length() == issuer.length()
              || endpoints.contains(named.substring(issuer.length())))) {
        return true;
      }
    }
    return false;
  }

  private OAuthException refused(String why) {
    return refusal.apply(noun + why);
  }
}
