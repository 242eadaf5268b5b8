package io.gatehouse.enterprise.initiated;

import io.gatehouse.application.Application;
import io.gatehouse.enterprise.SsoError;
import io.gatehouse.tenant.Tenant;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a browser goes on to from a provider that a sign-in begins at. It is made of what an
 * administrator has written down alone: nothing that the browser brings leads anywhere.
 */
final class FirstAddress {
  private static final String SCOPE = "scope";

  /** Nobody has asked the person for anything, so nothing that outlasts the visit is granted. */
  private static final String OFFLINE = "offline_access";

  private FirstAddress() {}

  static URI of(Tenant tenant, IdpInitiatedAuth auth, Application application) {
    if (!auth.autoSendAuthorizationRequest()) {
      String own = Objects.requireNonNull(auth.clientIdpInitiatedAuthCallbackUri());
      return URI.create(
          own
              + (own.contains("?") ? "&" : "?")
              + query(Map.of("ssoConnectorId", auth.connectorId())));
    }
    Map<String, String> request = new LinkedHashMap<>(auth.authParameters());
    request.put("client_id", application.id());
    request.put("redirect_uri", redirectUri(auth, application));
    request.put("response_type", "code");
    request.put(SCOPE, scope(auth.authParameters().getOrDefault(SCOPE, "")));
    // Whoever was signed in before may be somebody else.
    request.put("prompt", "login");
    request.put("direct_sign_in", "sso:" + auth.connectorId());
    return URI.create(tenant.issuer() + "/auth?" + query(request));
  }

  private static String redirectUri(IdpInitiatedAuth auth, Application application) {
    String chosen = auth.redirectUri();
    return chosen == null
        ? application.oidcClientMetadata().redirectUris().stream()
            .findFirst()
            .orElseThrow(SsoError.IDP_INITIATED_NO_REDIRECT_URI::exception)
        : chosen;
  }

  private static String scope(String configured) {
    Set<String> scopes = new LinkedHashSet<>(List.of("openid", "profile"));
    scopes.addAll(Arrays.asList(configured.trim().split(" +")));
    scopes.removeAll(Set.of("", OFFLINE));
    return String.join(" ", scopes);
  }

  private static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
