package io.gatehouse.oidc.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.id.Ids;
import java.net.URI;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Tells an application whether the browser's sign-in is still the one it knows, and nothing else:
 * "a salted cryptographic hash of Client ID, origin URL, and OP User Agent state".
 *
 * <p>Source: [OpenID Connect Session Management
 * §2](https://openid.net/specs/openid-connect-session-1_0.html#CreatingUpdatingSessions)
 */
public final class SessionState {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final int SALT = 12;

  private SessionState() {}

  /** The state of a browser that is signed in; scripts of the provider's own pages may read it. */
  public static String ofBrowser(String sessionId) {
    return hash("browser " + sessionId);
  }

  /** What the application gets with its code; null where its redirect URI has no origin. */
  public static @Nullable String of(String sessionId, String clientId, String redirectUri) {
    String origin = origin(redirectUri);
    return origin == null ? null : of(clientId, origin, ofBrowser(sessionId), Ids.secret(SALT));
  }

  /** Whether what an application once got is true of the browser now. */
  static boolean holds(String state, String clientId, String origin, String browser) {
    int dot = state.lastIndexOf('.');
    return dot > 0 && Digests.equal(of(clientId, origin, browser, state.substring(dot + 1)), state);
  }

  private static String of(String clientId, String origin, String browser, String salt) {
    return hash(clientId + " " + origin + " " + browser + " " + salt) + "." + salt;
  }

  private static @Nullable String origin(String redirectUri) {
    try {
      URI uri = URI.create(redirectUri);
      if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().startsWith("http")) {
        return null;
      }
      boolean usual =
          uri.getPort() < 0 || uri.getPort() == (uri.getScheme().equals("https") ? 443 : 80);
      return uri.getScheme() + "://" + uri.getHost() + (usual ? "" : ":" + uri.getPort());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String hash(String text) {
    return BASE64URL.encodeToString(Digests.sha256(text.getBytes(UTF_8)));
  }
}
