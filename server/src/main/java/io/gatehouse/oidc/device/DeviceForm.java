package io.gatehouse.oidc.device;

import io.gatehouse.platform.crypto.Digests;
import org.jspecify.annotations.Nullable;

/**
 * Who types: a secret in a cookie for our endpoint, and a token derived from it for the page's
 * form, in another cookie. A form that brings the token was shown to this browser; a device that is
 * bound to the secret is connected by this browser only.
 */
final class DeviceForm {
  static final String SECRET = "_device";
  static final String SECRET_PATH = "/oidc/device";

  /** Pages of one's own read it, under this name. */
  static final String TOKEN = "_logto_device_flow_xsrf";

  static final String TOKEN_PATH = "/device";

  private static final int LENGTH = 32;

  private DeviceForm() {}

  static String token(String secret) {
    return Digests.sha256Hex("device form of " + secret).substring(0, LENGTH);
  }

  static boolean matches(String secret, @Nullable String token) {
    return token != null && Digests.equal(token(secret), token);
  }
}
