package io.gatehouse.oidc.device;

import io.gatehouse.oidc.client.Clients;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.Pkce;
import io.gatehouse.protocol.UserCode;
import io.gatehouse.tenant.Tenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a device asks, and the authorization request that is made of it for the browser. */
final class DeviceRequest {
  /** Everything else of a device's request says how it proved who it is. */
  private static final List<String> KEPT =
      List.of("scope", "resource", "organization_id", "ui_locales", "login_hint", "acr_values");

  private DeviceRequest() {}

  /** As it is stored: a form. */
  static String of(Parameters asked) {
    return KEPT.stream()
        .flatMap(name -> asked.all(name).stream().map(value -> pair(name, value)))
        .collect(Collectors.joining("&"));
  }

  /** Where the browser returns to. */
  static String returnTo(Tenant tenant) {
    return tenant.url(Clients.DEVICE_RETURN);
  }

  /**
   * The path and query of the authorization request. Its code is not for the client, so nobody
   * needs the verifier of the challenge.
   */
  static String authorization(Tenant tenant, String clientId, UserCode userCode, String asked) {
    Map<String, String> own = new LinkedHashMap<>();
    own.put("client_id", clientId);
    own.put("redirect_uri", returnTo(tenant));
    own.put("response_type", "code");
    own.put("state", userCode.toString());
    // There is no prompt in a device's request, and offline_access needs one.
    own.put("prompt", "consent");
    own.put("code_challenge", String.valueOf(Pkce.s256(Ids.token())));
    own.put("code_challenge_method", "S256");
    String query =
        own.entrySet().stream()
            .map(entry -> pair(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("&"));
    return "/oidc/auth?" + query + (asked.isEmpty() ? "" : "&" + asked);
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
