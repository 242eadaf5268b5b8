package io.gatehouse.oidc.par;

import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.Pkce;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Authorization requests that the provider makes itself, of what devices and applications that wait
 * for somebody elsewhere have asked: their people sign in and consent as anywhere else.
 */
@Singleton
public class OwnRequests {
  private final PushedRequests pushed;

  OwnRequests(PushedRequests pushed) {
    this.pushed = pushed;
  }

  /**
   * A request to be made.
   *
   * @param returnTo where the browser comes back to, with the state
   * @param asked what the client has asked, as {@link #kept} has it
   * @param more what the provider asks besides
   */
  public record Own(
      String clientId, String returnTo, String state, String asked, Map<String, String> more) {}

  /** These parameters of what a client asked, as a form to be stored. */
  public static String kept(Parameters asked, List<String> names) {
    return names.stream()
        .flatMap(name ->
            asked.all(name).stream()
                .map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
        .collect(Collectors.joining("&"));
  }

  /**
   * The path and query where the browser begins. The code is not for the client, so nobody needs
   * the verifier of the challenge.
   */
  public String begin(Tenant tenant, Own own) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    Parameters asked = Parameters.parse(own.asked());
    asked.names().forEach(name -> all.put(name, asked.all(name)));
    own.more().forEach((name, value) -> all.put(name, List.of(value)));
    all.put("client_id", List.of(own.clientId()));
    all.put("redirect_uri", List.of(own.returnTo()));
    all.put("response_type", List.of("code"));
    all.put("state", List.of(own.state()));
    // There is no prompt in what was asked, and offline_access needs one.
    all.put("prompt", List.of("consent"));
    all.put("code_challenge", List.of(String.valueOf(Pkce.s256(Ids.token()))));
    all.put("code_challenge_method", List.of("S256"));
    return "/oidc/auth?client_id="
        + URLEncoder.encode(own.clientId(), StandardCharsets.UTF_8)
        + "&request_uri="
        + pushed.push(tenant, own.clientId(), Parameters.of(all));
  }
}
