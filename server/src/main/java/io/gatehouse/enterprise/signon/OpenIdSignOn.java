package io.gatehouse.enterprise.signon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialSession;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.ClientAuthentication;
import io.gatehouse.connectors.client.Provider;
import io.gatehouse.connectors.client.TokenEndpoint;
import io.gatehouse.enterprise.provider.OpenIdEndpoints;
import io.gatehouse.enterprise.provider.OpenIdProviders;
import io.gatehouse.enterprise.provider.OpenIdScope;
import io.gatehouse.enterprise.provider.ProviderConfig;
import io.gatehouse.protocol.Pkce;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * Sign-ins by the authorization code flow of OpenID Connect.
 *
 * <p>Sources: <a href="https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth">OpenID
 * Connect Core 1.0 §3.1</a>, <a href="https://www.rfc-editor.org/rfc/rfc9700">RFC 9700</a>
 */
@Singleton
class OpenIdSignOn implements OpenIdArrival {
  private static final String REDIRECT_URI = "redirectUri";
  private static final String NONCE = "nonce";
  private static final String VERIFIER = "codeVerifier";

  private final OpenIdProviders providers;
  private final EnterpriseIdTokens idTokens;
  private final Outside outside;

  OpenIdSignOn(OpenIdProviders providers, EnterpriseIdTokens idTokens, Outside outside) {
    this.providers = providers;
    this.idTokens = idTokens;
    this.outside = outside;
  }

  Departure depart(ProviderConfig.OpenId config, Trip trip) {
    OpenIdEndpoints endpoints = providers.of(config);
    Map<String, String> remembered = new HashMap<>();
    remembered.put(REDIRECT_URI, trip.redirectUri());
    remembered.put(NONCE, outside.nonce());
    AuthorizationUri address =
        AuthorizationUri.of(endpoints.authorization())
            .with("response_type", "code")
            .with("client_id", config.clientId())
            .with("scope", OpenIdScope.of(config))
            .with("redirect_uri", trip.redirectUri())
            .with("state", trip.state())
            .with("nonce", remembered.get(NONCE))
            .with("login_hint", trip.loginHint());
    if (config instanceof ProviderConfig.Google google) {
      boolean offline = Boolean.TRUE.equals(google.offlineAccess());
      address.with("prompt", offline ? "select_account consent" : "select_account");
      address.with("access_type", offline ? "offline" : null);
    }
    if (endpoints.pkce()) {
      String verifier = outside.nonce();
      remembered.put(VERIFIER, verifier);
      address.with("code_challenge", Pkce.s256(verifier)).with("code_challenge_method", "S256");
    }
    return new Departure(address.toUri(), remembered);
  }

  @Override
  public EnterprisePerson arrive(
      ProviderConfig.OpenId config, Map<String, String> remembered, ObjectNode data) {
    OpenIdEndpoints endpoints = providers.of(config);
    SocialSession session = new SocialSession(remembered);
    SocialCallback callback = new SocialCallback(data, () -> session);
    String code = callback.code(ConnectorError.AUTHORIZATION_FAILED);
    requireSameIssuer(endpoints, callback);
    Map<String, String> form = TokenEndpoint.code(code, callback.redirectUri(session));
    session.get(VERIFIER).ifPresent(verifier -> form.put("code_verifier", verifier));
    JsonNode answer = tokenEndpoint(endpoints, config).post(form, outside);
    TokenSet handed = TokenEndpoint.tokens(answer);
    EnterpriseIdTokens.Believed believed =
        idTokens.believe(
            answer.path("id_token").asText(""),
            new EnterpriseIdTokens.Expected(
                endpoints, config.clientId(), session.get(NONCE).orElse("")));
    ObjectNode claims = believed.claims().deepCopy();
    claims.setAll(userinfo(endpoints, handed, believed.claims().path("sub").asText()));
    boolean trusts =
        Boolean.TRUE.equals(config.trustUnverifiedEmail()) && !endpoints.anyDirectory();
    return EnterprisePerson.ofClaims(believed.issuer(), claims, trusts, handed);
  }

  /** OpenID Connect Core 1.0 §12: the answer may hold another refresh token. */
  TokenSet renew(ProviderConfig.OpenId config, String refreshToken) {
    return TokenEndpoint.tokens(
        tokenEndpoint(providers.of(config), config)
            .post(TokenEndpoint.refresh(refreshToken), outside));
  }

  private static TokenEndpoint tokenEndpoint(
      OpenIdEndpoints endpoints, ProviderConfig.OpenId config) {
    return new TokenEndpoint(
        endpoints.token(), authentication(endpoints, config), Provider.Failures.GENERAL);
  }

  /** RFC 9207 §2.4: "MUST compare the result to the issuer identifier"; else it is a mix-up. */
  private static void requireSameIssuer(OpenIdEndpoints endpoints, SocialCallback callback) {
    boolean other =
        callback.text("iss").filter(named -> !named.equals(endpoints.issuer())).isPresent();
    if (other && !endpoints.anyDirectory()) {
      throw ConnectorError.AUTHORIZATION_FAILED.exception("Another provider has answered.");
    }
  }

  private static ClientAuthentication authentication(
      OpenIdEndpoints endpoints, ProviderConfig.OpenId config) {
    return endpoints.basic()
        ? new ClientAuthentication.Basic(config.clientId(), config.clientSecret())
        : new ClientAuthentication.Post(config.clientId(), config.clientSecret());
  }

  /** What the ID token leaves out; nothing where the provider has no such endpoint. */
  private ObjectNode userinfo(OpenIdEndpoints endpoints, TokenSet tokens, String subject) {
    if (endpoints.userinfo() == null) {
      return UserInfo.NOTHING.deepCopy();
    }
    JsonNode told =
        Provider.get(
            endpoints.userinfo(),
            "Bearer",
            tokens.accessToken(),
            outside,
            Provider.Failures.BAD_TOKEN);
    // OpenID Connect Core §5.3.2: "The sub Claim in the UserInfo Response MUST be verified to
    // exactly
    // match the sub Claim in the ID Token".
    if (!(told instanceof ObjectNode claims) || !subject.equals(claims.path("sub").textValue())) {
      throw ConnectorError.AUTHORIZATION_FAILED.exception("The profile is somebody else's.");
    }
    return claims;
  }
}
