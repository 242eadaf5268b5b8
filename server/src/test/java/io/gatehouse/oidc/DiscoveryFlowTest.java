package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Discovery and keys. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class DiscoveryFlowTest {
  /** "OAuth Authorization Server Metadata" of IANA, as far as a provider may use it. */
  private static final Set<String> REGISTERED =
      Set.of(
          """
          issuer authorization_endpoint token_endpoint jwks_uri registration_endpoint scopes_supported
          response_types_supported response_modes_supported grant_types_supported
          token_endpoint_auth_methods_supported token_endpoint_auth_signing_alg_values_supported
          service_documentation ui_locales_supported op_policy_uri op_tos_uri revocation_endpoint
          revocation_endpoint_auth_methods_supported revocation_endpoint_auth_signing_alg_values_supported
          introspection_endpoint introspection_endpoint_auth_methods_supported
          introspection_endpoint_auth_signing_alg_values_supported code_challenge_methods_supported
          signed_metadata device_authorization_endpoint tls_client_certificate_bound_access_tokens
          mtls_endpoint_aliases userinfo_endpoint acr_values_supported subject_types_supported
          id_token_signing_alg_values_supported id_token_encryption_alg_values_supported
          id_token_encryption_enc_values_supported userinfo_signing_alg_values_supported
          userinfo_encryption_alg_values_supported userinfo_encryption_enc_values_supported
          request_object_signing_alg_values_supported request_object_encryption_alg_values_supported
          request_object_encryption_enc_values_supported display_values_supported claim_types_supported
          claims_supported claims_locales_supported claims_parameter_supported
          request_parameter_supported request_uri_parameter_supported require_request_uri_registration
          require_signed_request_object pushed_authorization_request_endpoint
          require_pushed_authorization_requests introspection_signing_alg_values_supported
          introspection_encryption_alg_values_supported introspection_encryption_enc_values_supported
          authorization_response_iss_parameter_supported check_session_iframe
          frontchannel_logout_supported backchannel_logout_session_supported
          end_session_endpoint backchannel_token_delivery_modes_supported
          backchannel_authentication_endpoint
          backchannel_authentication_request_signing_alg_values_supported
          backchannel_user_code_parameter_supported authorization_details_types_supported
          dpop_signing_alg_values_supported authorization_signing_alg_values_supported
          authorization_encryption_alg_values_supported authorization_encryption_enc_values_supported
          prompt_values_supported backchannel_logout_supported frontchannel_logout_session_supported
          client_id_metadata_document_supported\
          """
              .split("\\s+"));

  @Inject Provider provider;

  @Test
  @Spec("OpenID Connect Discovery §4")
  @Spec("RFC 8414 §3")
  void theDocumentIsAtEveryUrlThatClientsTry() {
    EmulatedBrowser browser = provider.browser();
    String document = browser.get("/oidc/.well-known/openid-configuration").body();
    assertEquals(document, browser.get("/oidc/.well-known/oauth-authorization-server").body());
    assertEquals(document, browser.get("/.well-known/oauth-authorization-server/oidc").body());
    assertFalse(browser.get("/oidc/jwks").body().contains("\"d\""));
    HttpResponse<String> nothing = browser.get("/oidc/nothing");
    assertEquals(404, nothing.statusCode());
    assertTrue(nothing.body().contains("\"oidc.invalid_request\""), nothing.body());
    HttpResponse<String> keys = browser.get("/oidc/jwks");
    JsonNode published = JsonCodec.tree(keys.body()).get("keys");
    assertEquals(published.size(), Set.copyOf(published.findValuesAsText("kid")).size());
    assertTrue(keys.headers().firstValue("etag").isPresent());
    assertEquals("nosniff", keys.headers().firstValue("x-content-type-options").orElse(""));
  }

  @Test
  @Spec("RFC 7517 §5")
  void keysAreLookedAtAgainAndSentOnlyWhereTheyHaveChanged() {
    Answer keys = provider.anybody(null).get("/oidc/jwks");
    assertEquals(200, keys.status());
    assertTrue(String.valueOf(keys.header("cache-control")).contains("must-revalidate"));
    Answer again =
        provider
            .anybody(null)
            .get("/oidc/jwks", "If-None-Match", String.valueOf(keys.header("etag")));
    assertEquals(304, again.status());
    assertEquals("", again.text());
  }

  @Test
  @Spec("OpenID Connect Discovery §3")
  void theDocumentNamesOnlyWhatIsRegisteredAndBelongsToItsIssuer() {
    JsonNode document =
        JsonCodec.tree(provider.browser().get("/oidc/.well-known/openid-configuration").body());
    Set<String> unknown = new TreeSet<>();
    document.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(REGISTERED);
    assertEquals(Set.of(), unknown);
    String issuer = document.get("issuer").asText();
    document
        .properties()
        .forEach(member -> {
          if (member.getKey().endsWith("_endpoint") || member.getKey().endsWith("_uri")) {
            assertTrue(member.getValue().asText().startsWith(issuer + "/"), member.toString());
          }
        });
    // "If omitted, the default value is false": only registered addresses are called.
    assertTrue(document.get("require_request_uri_registration").asBoolean());
    assertTrue(document.get("claims_parameter_supported").asBoolean());
    // "The algorithm RS256 MUST be included." Clients of FAPI 2.0 look for one of theirs.
    assertTrue(
        document
            .get("id_token_signing_alg_values_supported")
            .valueStream()
            .map(JsonNode::asText)
            .toList()
            .containsAll(List.of("RS256", "ES256", "PS256", "EdDSA")));
  }
}
