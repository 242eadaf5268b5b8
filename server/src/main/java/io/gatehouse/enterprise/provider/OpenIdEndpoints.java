package io.gatehouse.enterprise.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider of OpenID Connect is spoken with.
 *
 * @param issuer as the provider names itself; with {@code {tenantid}} where it speaks for many
 * @param pkce whether it takes a challenge with the request
 * @param basic whether it takes our secret in the header, as everyone does who says nothing
 */
public record OpenIdEndpoints(
    String issuer,
    URI authorization,
    URI token,
    URI keys,
    @Nullable URI userinfo,
    boolean pkce,
    boolean basic) {
  /** Stands for the directory in the issuer of a provider that serves many of them. */
  public static final String ANY_DIRECTORY = "{tenantid}";

  static OpenIdEndpoints of(JsonNode published) {
    JsonNode userinfo = published.path("userinfo_endpoint");
    return new OpenIdEndpoints(
        published.path("issuer").textValue(),
        URI.create(published.path("authorization_endpoint").textValue()),
        URI.create(published.path("token_endpoint").textValue()),
        URI.create(published.path("jwks_uri").textValue()),
        userinfo.isTextual() ? URI.create(userinfo.textValue()) : null,
        lists(published.path("code_challenge_methods_supported"), "S256"),
        !published.path("token_endpoint_auth_methods_supported").isArray()
            || lists(published.path("token_endpoint_auth_methods_supported"), "client_secret_basic")
            || !lists(
                published.path("token_endpoint_auth_methods_supported"), "client_secret_post"));
  }

  /** Whether anybody's directory is answered for. */
  public boolean anyDirectory() {
    return issuer.contains(ANY_DIRECTORY);
  }

  private static boolean lists(JsonNode values, String wanted) {
    return StreamSupport.stream(values.spliterator(), false)
        .anyMatch(value -> wanted.equals(value.textValue()));
  }
}
