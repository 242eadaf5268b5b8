package io.gatehouse.user.device;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.tenant.Tenant;
import java.time.Duration;

/**
 * The cookie by which a browser is known that a person trusts. Each person has their own, so that
 * several can share a browser; its name does not tell who they are.
 *
 * <p>"__Host-" in front of the name makes browsers refuse what a neighbouring host sets. They take
 * it over TLS only.
 *
 * <p>Source: [RFC 6265bis
 * §4.1.3.2](https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis-20#section-4.1.3.2)
 */
public final class DeviceCookie {
  private static final String NAME = "trusted_device_";
  private static final String OF_THIS_HOST = "__Host-";
  private static final int DIGEST_LENGTH = 16;

  private DeviceCookie() {}

  /** What the person's is called at this tenant. */
  public static String name(Tenant tenant, String userId) {
    String name = tenant.cookie(NAME + Digests.sha256Hex(userId).substring(0, DIGEST_LENGTH));
    return tenant.secure() ? OF_THIS_HOST + name : name;
  }

  /** Whether a cookie of this name is anybody's. */
  public static boolean isOne(String name) {
    return name.startsWith(NAME) || name.startsWith(OF_THIS_HOST + NAME);
  }

  /** The header that gives it to the browser for as long as this. */
  public static String header(Tenant tenant, String userId, String secret, Duration life) {
    return name(tenant, userId)
        + "="
        + secret
        + "; path=/; max-age="
        + life.toSeconds()
        + "; samesite=lax; httponly"
        + (tenant.secure() ? "; secure" : "");
  }

  /** The header that takes it out of the browser again. */
  public static String cleared(Tenant tenant, String userId) {
    return header(tenant, userId, "", Duration.ZERO);
  }
}
