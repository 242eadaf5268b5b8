package io.gatehouse.oidc.discovery;

import io.gatehouse.oidc.client.ClientKeys;
import io.gatehouse.oidc.issue.Acr;
import io.gatehouse.oidc.issue.OidcScopes;
import io.gatehouse.platform.crypto.SentJwe;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.i18n.Locales;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.dpop.DpopProofs;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The provider's metadata: what works here, and nothing else.
 *
 * <p>Sources: [OpenID Connect Discovery
 * §3](https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata), [RFC 8414
 * §2](https://www.rfc-editor.org/rfc/rfc8414#section-2)
 */
final class ProviderMetadata {
  private static final List<String> CLAIMS =
      List.of(
          "sub",
          "name",
          "family_name",
          "given_name",
          "middle_name",
          "nickname",
          "preferred_username",
          "profile",
          "picture",
          "website",
          "gender",
          "birthdate",
          "zoneinfo",
          "locale",
          "updated_at",
          "username",
          "created_at",
          "email",
          "email_verified",
          "phone_number",
          "phone_number_verified",
          "address",
          "custom_data",
          "identities",
          "sso_identities",
          "roles",
          "organizations",
          "organization_data",
          "organization_roles",
          "sid",
          "auth_time",
          "acr",
          "amr",
          "iss");
  private static final List<String> LANGUAGES =
      new Locales().supported().stream().map(Language::tag).toList();
  private static final List<String> GRANT_TYPES =
      List.of(
          "authorization_code",
          "implicit",
          "refresh_token",
          "client_credentials",
          "urn:ietf:params:oauth:grant-type:device_code",
          "urn:ietf:params:oauth:grant-type:token-exchange",
          "urn:ietf:params:oauth:grant-type:jwt-bearer");
  private static final List<String> CLIENT_AUTHENTICATION =
      List.of(
          "client_secret_basic",
          "client_secret_post",
          "client_secret_jwt",
          "private_key_jwt",
          "none");
  private static final List<String> ASSERTION_ALGORITHMS =
      Stream.concat(Stream.of("HS256"), ClientKeys.algorithms().stream()).toList();

  /** An application may be set to any of them; its key is made then. */
  private static final List<String> SIGNING =
      Stream.of(SigningAlgorithm.values()).map(SigningAlgorithm::alg).toList();

  private ProviderMetadata() {}

  static Map<String, Object> of(
      Tenant tenant, Collection<SigningAlgorithm> algorithms, boolean certificates) {
    String oidc = tenant.issuer();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("issuer", oidc);
    all.put("authorization_endpoint", oidc + "/auth");
    all.put("token_endpoint", oidc + "/token");
    all.put("userinfo_endpoint", oidc + "/me");
    all.put("jwks_uri", oidc + "/jwks");
    all.put("introspection_endpoint", oidc + "/token/introspection");
    all.put("revocation_endpoint", oidc + "/token/revocation");
    all.put("device_authorization_endpoint", oidc + "/device/auth");
    all.put("pushed_authorization_request_endpoint", oidc + "/request");
    all.put("require_pushed_authorization_requests", false);
    all.put("end_session_endpoint", oidc + "/session/end");
    all.put("check_session_iframe", oidc + "/session/check");
    all.put("backchannel_logout_supported", true);
    all.put("backchannel_logout_session_supported", true);
    all.put("frontchannel_logout_supported", true);
    all.put("frontchannel_logout_session_supported", true);
    all.put("scopes_supported", OidcScopes.ALL);
    all.put(
        "response_types_supported",
        List.of(
            "code",
            "id_token",
            "id_token token",
            "code id_token",
            "code token",
            "code id_token token"));
    all.put(
        "response_modes_supported",
        List.of(
            "form_post", "fragment", "query", "jwt", "form_post.jwt", "fragment.jwt", "query.jwt"));
    all.put("grant_types_supported", GRANT_TYPES);
    all.put("code_challenge_methods_supported", List.of("S256"));
    all.put("subject_types_supported", List.of("public", "pairwise"));
    all.put("id_token_signing_alg_values_supported", idTokenAlgorithms(algorithms));
    all.put("userinfo_signing_alg_values_supported", SIGNING);
    all.put("id_token_encryption_alg_values_supported", SentJwe.ALGORITHMS);
    all.put("id_token_encryption_enc_values_supported", SentJwe.METHODS);
    all.put("userinfo_encryption_alg_values_supported", SentJwe.ALGORITHMS);
    all.put("userinfo_encryption_enc_values_supported", SentJwe.METHODS);
    all.put(
        "introspection_signing_alg_values_supported",
        algorithms.stream().map(SigningAlgorithm::alg).toList());
    all.put("authorization_signing_alg_values_supported", SIGNING);
    all.put("token_endpoint_auth_methods_supported", methods(certificates));
    all.put("token_endpoint_auth_signing_alg_values_supported", ASSERTION_ALGORITHMS);
    all.put("introspection_endpoint_auth_methods_supported", methods(certificates));
    all.put("introspection_endpoint_auth_signing_alg_values_supported", ASSERTION_ALGORITHMS);
    all.put("revocation_endpoint_auth_methods_supported", methods(certificates));
    all.put("revocation_endpoint_auth_signing_alg_values_supported", ASSERTION_ALGORITHMS);
    if (certificates) {
      all.put("tls_client_certificate_bound_access_tokens", true);
    }
    all.put("claim_types_supported", List.of("normal"));
    all.put("claims_supported", CLAIMS);
    all.put("claims_parameter_supported", true);
    all.put("acr_values_supported", Acr.supported());
    all.put("request_parameter_supported", true);
    all.put("request_object_signing_alg_values_supported", ClientKeys.algorithms());
    all.put("request_object_encryption_alg_values_supported", SentJwe.ALGORITHMS);
    all.put("request_object_encryption_enc_values_supported", SentJwe.METHODS);
    all.put("request_uri_parameter_supported", true);
    all.put("require_request_uri_registration", true);
    all.put(
        "dpop_signing_alg_values_supported",
        DpopProofs.ALGORITHMS.stream().map(SigningAlgorithm::alg).toList());
    all.put("prompt_values_supported", List.of("none", "login", "consent", "select_account"));
    all.put("ui_locales_supported", LANGUAGES);
    all.put("authorization_response_iss_parameter_supported", true);
    return all;
  }

  /** Those of the keys there are, and then all that an application may ask for. */
  private static List<String> idTokenAlgorithms(Collection<SigningAlgorithm> present) {
    return Stream.concat(present.stream().map(SigningAlgorithm::alg), SIGNING.stream())
        .distinct()
        .toList();
  }

  /** Clients that register themselves may leave their requests unsigned. */
  static void addRegistration(Map<String, Object> all, Tenant tenant) {
    all.put("registration_endpoint", tenant.issuer() + "/reg");
    all.put(
        "request_object_signing_alg_values_supported",
        Stream.concat(ClientKeys.algorithms().stream(), Stream.of("none")).toList());
  }

  /** People who are elsewhere hear of it by e-mail, which something must carry. */
  static void addBackchannel(Map<String, Object> all, Tenant tenant) {
    all.put("backchannel_authentication_endpoint", tenant.issuer() + "/bc-authorize");
    all.put("backchannel_token_delivery_modes_supported", List.of("poll"));
    all.put(
        "backchannel_authentication_request_signing_alg_values_supported", ClientKeys.algorithms());
    all.put("backchannel_user_code_parameter_supported", false);
    all.put(
        "grant_types_supported",
        Stream.concat(GRANT_TYPES.stream(), Stream.of("urn:openid:params:grant-type:ciba"))
            .toList());
  }

  /** A certificate is of use only where callers can show one. */
  private static List<String> methods(boolean certificates) {
    return certificates
        ? Stream.concat(
                CLIENT_AUTHENTICATION.stream(),
                Stream.of("tls_client_auth", "self_signed_tls_client_auth"))
            .toList()
        : CLIENT_AUTHENTICATION;
  }
}
