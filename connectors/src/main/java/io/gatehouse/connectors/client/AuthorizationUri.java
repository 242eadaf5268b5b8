package io.gatehouse.connectors.client;

import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.protocol.Pkce;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The address of an authorization request: parameters keep their order, absent values are left out,
 * the last of a name wins.
 */
public final class AuthorizationUri {
  private final String endpoint;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private String fragment = "";

  private AuthorizationUri(String endpoint) {
    this.endpoint = endpoint;
  }

  public static AuthorizationUri of(URI endpoint) {
    return new AuthorizationUri(endpoint.toString().split("#", 2)[0]);
  }

  /** The address of an app on the person's phone, which has nothing but a scheme. */
  public static AuthorizationUri ofApp(String scheme) {
    return new AuthorizationUri(scheme + "://");
  }

  public AuthorizationUri with(String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      parameters.put(name, value);
    }
    return this;
  }

  public AuthorizationUri with(Map<String, String> more) {
    more.forEach(this::with);
    return this;
  }

  /** What goes with a code verifier (RFC 7636 §4.3). */
  public AuthorizationUri challenge(String verifier) {
    return with("code_challenge", Pkce.s256(verifier)).with("code_challenge_method", "S256");
  }

  /** What follows the query, for the provider's page alone. */
  public AuthorizationUri withFragment(String text) {
    fragment = "#" + text;
    return this;
  }

  public URI toUri() {
    String separator = endpoint.indexOf('?') < 0 ? "?" : "&";
    return URI.create(endpoint + separator + Request.encode(parameters) + fragment);
  }
}
