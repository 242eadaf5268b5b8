package io.gatehouse.oidc.client;

import io.gatehouse.platform.crypto.SentClaims;
import io.gatehouse.platform.crypto.SentJws;
import io.gatehouse.protocol.OAuthException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Refuses in the words of its caller what is no token of another's, or not good now. It does not
 * look at signatures: whose key must have made one is the caller's to know.
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
  public SentJws signed(String token) {
    requireShort(token);
    try {
      return SentJws.signed(token);
    } catch (ParseException e) {
      throw refused(" is no signed JWT");
    }
  }

  /** The same where it may be one that nobody has signed. */
  public SentJws signedOrNot(String token) {
    requireShort(token);
    try {
      return SentJws.signedOrNot(token);
    } catch (ParseException e) {
      throw refused(" is no JWT");
    }
  }

  public SentClaims claims(SentJws jwt) {
    try {
      return jwt.claims();
    } catch (ParseException e) {
      throw refused(" has claims that cannot be read");
    }
  }

  /**
   * Refuses a token that is over, does not hold yet, or would have to be remembered for too long;
   * answers when it is over by any clock.
   */
  public Instant requireTimes(SentClaims claims, Instant now, Duration longestLife) {
    Instant end = claims.end();
    if (end == null || isOver(claims, now)) {
      throw refused(" has expired, or never does");
    }
    if (end.isAfter(now.plus(longestLife))) {
      throw refused(" lives too long");
    }
    requireBegun(claims, now);
    return end.plus(SKEW);
  }

  /** Refuses a token that may never end, but has, or does not hold yet. */
  public void requireTimes(SentClaims claims, Instant now) {
    if (isOver(claims, now)) {
      throw refused(" has expired");
    }
    requireBegun(claims, now);
  }

  private void requireShort(String token) {
    if (token.length() > longest) {
      throw refused(" is too long");
    }
  }

  private void requireBegun(SentClaims claims, Instant now) {
    if (isAhead(claims.start(), now) || isAhead(claims.issued(), now)) {
      throw refused(" is not valid yet");
    }
  }

  public static boolean isOver(SentClaims claims, Instant now) {
    Instant end = claims.end();
    return end != null && !end.isAfter(now.minus(SKEW));
  }

  public static boolean isAhead(@Nullable Instant time, Instant now) {
    return time != null && time.isAfter(now.plus(SKEW));
  }

  /**
   * Whether the token is meant for us: "a value that identifies the authorization server as an
   * intended audience" [RFC 7523 §3].
   *
   * @param endpoints that stand for the issuer as well, by what follows it
   */
  public static boolean isFor(SentClaims claims, String issuer, Set<String> endpoints) {
    for (String named : claims.audience()) {
      if (named.startsWith(issuer)
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
