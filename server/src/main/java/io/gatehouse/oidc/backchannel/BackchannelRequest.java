package io.gatehouse.oidc.backchannel;

import io.gatehouse.oidc.client.Clients;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.Pkce;
import io.gatehouse.tenant.Tenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an application asks, and the authorization request that is made of it for the browser. */
final class BackchannelRequest {
  /** Everything else says who the application is, or whom it means. */
  private static final List<String> KEPT = List.of("scope", "resource", "acr_values", "ui_locales");

  private BackchannelRequest() {}

  /** As it is stored: a form. */
  static String of(Parameters asked) {
    return KEPT.stream()
        .flatMap(name ->
            asked.all(name).stream()
                .map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
        .collect(Collectors.joining("&"));
  }

  /** Where the browser returns to. */
  static String returnTo(Tenant tenant) {
    return tenant.url(Clients.BACKCHANNEL_RETURN);
  }

  /**
   * The authorization request of the browser. Its code is not for the client, so nobody needs the
   * verifier of the challenge; and it is about one person, whoever is signed in there.
   */
  static Parameters authorization(Tenant tenant, BackchannelStore.Known known, String link) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    Parameters asked = Parameters.parse(known.request());
    asked.names().forEach(name -> all.put(name, asked.all(name)));
    all.put("client_id", List.of(known.clientId()));
    all.put("redirect_uri", List.of(returnTo(tenant)));
    all.put("response_type", List.of("code"));
    all.put("state", List.of(link));
    // There is no prompt in such a request, and offline_access needs one.
    all.put("prompt", List.of("consent"));
    all.put("code_challenge", List.of(String.valueOf(Pkce.s256(Ids.token()))));
    all.put("code_challenge_method", List.of("S256"));
    all.put("claims", List.of(claims(known.userId())));
    return Parameters.of(all);
  }

  private static String claims(String userId) {
    var claims = JsonCodec.object();
    claims.putObject("id_token").putObject("sub").put("value", userId);
    return claims.toString();
  }
}
