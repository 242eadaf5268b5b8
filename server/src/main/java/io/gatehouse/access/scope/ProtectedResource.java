package io.gatehouse.access.scope;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.access.resource.Resource;
import io.gatehouse.tenant.Tenant;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an API publishes so that clients find out by themselves where to get tokens for it.
 *
 * @param document to be served as JSON at the address
 * @param address null where the resource's indicator is no web address, so that there is none
 * @param challenge the header {@code WWW-Authenticate} of the API's 401
 *     <p>Source: [RFC 9728 §2, §3.1, §5.1](https://www.rfc-editor.org/rfc/rfc9728)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProtectedResource(Metadata document, @Nullable String address, @Nullable String challenge) {

  /** The metadata of a protected resource. */
  record Metadata(
      String resource,
      @JsonProperty("resource_name") String name,
      @JsonProperty("authorization_servers") List<String> authorizationServers,
      @JsonProperty("scopes_supported") List<String> scopes,
      @JsonProperty("bearer_methods_supported") List<String> bearerMethods) {}

  static ProtectedResource of(Tenant tenant, Resource resource, List<Scope> scopes) {
    String address = address(resource.indicator());
    return new ProtectedResource(
        new Metadata(
            resource.indicator(),
            resource.name(),
            List.of(tenant.issuer()),
            scopes.stream().map(Scope::name).toList(),
            List.of("header")),
        address,
        address == null ? null : "Bearer resource_metadata=\"" + address + "\"");
  }

  /**
   * "by inserting a well-known URI string between the host component and the path and/or query
   * components, if any" [RFC 9728 §3.1]
   */
  private static @Nullable String address(String indicator) {
    try {
      URI uri = new URI(indicator);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (!web || uri.getHost() == null || uri.getRawFragment() != null) {
        return null;
      }
      String path =
          uri.getRawPath() == null || uri.getRawPath().equals("/") ? "" : uri.getRawPath();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return uri.getScheme()
          + "://"
          + uri.getRawAuthority()
          + "/.well-known/oauth-protected-resource"
          + path
          + query;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
