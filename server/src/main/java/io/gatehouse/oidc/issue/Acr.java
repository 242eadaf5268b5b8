package io.gatehouse.oidc.issue;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * How strong a sign-in was, as {@code acr} tells it. The value for several factors is the one that
 * clients of other providers ask for already.
 *
 * <p>Source: [OpenID Connect Core
 * §2](https://openid.net/specs/openid-connect-core-1_0.html#IDToken)
 */
public enum Acr {
  SINGLE_FACTOR("urn:gatehouse:acr:single-factor"),
  MULTI_FACTOR("http://schemas.openid.net/pape/policies/2007/06/multi-factor");

  /** "Multiple-factor authentication" [RFC 8176 §2]. */
  private static final String MFA = "mfa";

  private final String value;

  Acr(String value) {
    this.value = value;
  }

  /** As on the wire. */
  public String value() {
    return value;
  }

  /** By the methods of the sign-in. */
  public static Acr of(Collection<String> amr) {
    return amr.contains(MFA) ? MULTI_FACTOR : SINGLE_FACTOR;
  }

  /** All of them, the weakest first. */
  public static List<String> supported() {
    return Stream.of(values()).map(Acr::value).toList();
  }
}
