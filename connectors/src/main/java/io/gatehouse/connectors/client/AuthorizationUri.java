package io.gatehouse.connectors.client;

import io.gatehouse.connectors.HttpSender.Request;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The address of an authorization request: parameters keep their order, absent values are left out,
 * the last of a name wins.
 */
public final class AuthorizationUri {
  private final URI endpoint;
  private final Map<String, String> parameters = new LinkedHashMap<>();

  private AuthorizationUri(URI endpoint) {
    this.endpoint = endpoint;
  }

  public static AuthorizationUri of(URI endpoint) {
    return new AuthorizationUri(endpoint);
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

  public URI toUri() {
    String separator = endpoint.getRawQuery() == null ? "?" : "&";
    return URI.create(withoutFragment() + separator + Request.encode(parameters));
  }

  private String withoutFragment() {
    return endpoint.toString().split("#", 2)[0];
  }
}
