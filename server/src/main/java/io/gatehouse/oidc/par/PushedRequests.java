package io.gatehouse.oidc.par;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pushed requests until the browser comes with their name.
 *
 * <p>Source: [RFC 9126 §2.2, §4](https://www.rfc-editor.org/rfc/rfc9126#section-2.2)
 */
@Singleton
public class PushedRequests {
  /** "The format … is at the discretion of the authorization server"; this form is suggested. */
  private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";

  /** "The request URI lifetime … SHOULD be limited" [RFC 9126 §7.1]. */
  static final Duration LIFE = Duration.ofSeconds(60);

  /** How the client proved who it is; no part of what it asks. */
  private static final Set<String> CREDENTIALS =
      Set.of("client_secret", "client_assertion", "client_assertion_type");

  private final PushedRequestStore store;
  private final InstantSource clock;

  PushedRequests(PushedRequestStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Whether the parameter names a pushed request rather than an address to fetch. */
  public static boolean names(@Nullable String requestUri) {
    return requestUri != null && requestUri.startsWith(PREFIX);
  }

  /** Keeps the request, and answers its name. */
  public String push(Tenant tenant, String clientId, Parameters parameters) {
    String secret = Ids.token();
    store.insert(
        tenant.id(),
        secret,
        clientId,
        form(parameters),
        clock.instant(),
        clock.instant().plus(LIFE));
    return PREFIX + secret;
  }

  /**
   * A pushed request that a browser has come with.
   *
   * @param mark by which it is used up; it opens nothing
   */
  public record Brought(Parameters parameters, String mark) {}

  /**
   * The request of this name, for its client only. It is used up when the person has decided, not
   * when a page is loaded: browsers load pages twice, and ahead. [FAPI 2.0 Security Profile
   * §5.3.2.2]
   *
   * @throws io.gatehouse.protocol.OAuthException invalid_request_uri
   */
  public Brought find(Tenant tenant, String clientId, String requestUri) {
    String secret = requestUri.substring(PREFIX.length());
    return store
        .find(tenant.id(), secret, clientId, clock.instant())
        .map(form -> new Brought(Parameters.parse(form), mark(secret)))
        .orElseThrow(PushedRequests::gone);
  }

  /**
   * Uses it up.
   *
   * @throws io.gatehouse.protocol.OAuthException invalid_request_uri where somebody else did
   */
  public void use(Tenant tenant, String mark) {
    if (!store.use(tenant.id(), Base64.getUrlDecoder().decode(mark))) {
      throw gone();
    }
  }

  private static String mark(String secret) {
    return Base64.getUrlEncoder().encodeToString(Digests.sha256(secret));
  }

  private static OAuthException gone() {
    return OAuthError.INVALID_REQUEST_URI.because(
        "request_uri is invalid, expired, or was used already");
  }

  /**
   * The request of this name, once and for its client only.
   *
   * @throws io.gatehouse.protocol.OAuthException invalid_request_uri
   */
  public Parameters take(Tenant tenant, String clientId, String requestUri) {
    return store
        .take(tenant.id(), requestUri.substring(PREFIX.length()), clientId, clock.instant())
        .map(Parameters::parse)
        .orElseThrow(PushedRequests::gone);
  }

  private static String form(Parameters parameters) {
    return parameters.names().stream()
        .filter(name -> !CREDENTIALS.contains(name))
        .flatMap(
            name -> parameters.all(name).stream().map(value -> encode(name) + "=" + encode(value)))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
