package io.gatehouse.oidc.authorize;

import io.gatehouse.oidc.authorize.check.Asking;
import io.gatehouse.oidc.authorize.check.Checked;
import io.gatehouse.oidc.authorize.check.Checks;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.Clients;
import io.gatehouse.oidc.issue.ClaimsRequest;
import io.gatehouse.oidc.par.PushedRequests;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.Prompt;
import io.gatehouse.protocol.ResponseMode;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads authorization requests, wherever they come from: whose they are, and what they ask. */
@Singleton
public class AuthorizationRequests {
  private static final Set<String> REPEATABLE = Set.of("resource");

  private final Clients clients;
  private final PushedRequests pushedRequests;
  private final Checks checks;

  AuthorizationRequests(Clients clients, PushedRequests pushedRequests, Checks checks) {
    this.clients = clients;
    this.pushedRequests = pushedRequests;
    this.checks = checks;
  }

  /** A request whose client is known, so that errors can go back to it. */
  record Trusted(Client client, String redirectUri, ResponseMode mode, Parameters parameters) {
    @Nullable String state() {
      return parameters.get("state");
    }
  }

  /**
   * Refuses a request that could not be answered with a code.
   *
   * @throws OAuthException for the client
   */
  public void check(Tenant tenant, Parameters parameters) {
    read(tenant, trust(tenant, parameters));
  }

  /**
   * What the request asks, where it only names one that was pushed. Only the pushed parameters
   * count [RFC 9126 §4].
   */
  Parameters pushed(Tenant tenant, Parameters parameters) {
    parameters.refuseRepeated(REPEATABLE);
    String requestUri = parameters.get("request_uri");
    return requestUri != null && PushedRequests.names(requestUri)
        ? pushedRequests.take(tenant, parameters.required("client_id"), requestUri)
        : parameters;
  }

  /**
   * "If the request fails due to a missing, invalid, or mismatching redirection URI … MUST NOT
   * automatically redirect" [RFC 6749 §4.1.2.1].
   */
  Trusted trust(Tenant tenant, Parameters parameters) {
    parameters.refuseRepeated(REPEATABLE);
    String clientId = parameters.required("client_id");
    Client client =
        clients
            .find(tenant, clientId)
            .orElseThrow(() ->
                new OAuthException(OAuthError.INVALID_CLIENT, "client is invalid", 400, null));
    List<String> registered = client.redirectUris().registered();
    String redirectUri = parameters.get("redirect_uri");
    if (redirectUri == null && registered.size() == 1 && registered.getFirst().indexOf('*') < 0) {
      redirectUri = registered.getFirst();
    }
    if (redirectUri == null) {
      throw OAuthError.INVALID_REQUEST.because("missing required parameter 'redirect_uri'");
    }
    if (!client.redirectUris().allow(redirectUri)) {
      throw OAuthError.INVALID_REDIRECT_URI.because(
          "redirect_uri did not match any of the client's registered redirect_uris");
    }
    return new Trusted(
        client, redirectUri, ResponseMode.parse(parameters.get("response_mode")), parameters);
  }

  /**
   * What it asks.
   *
   * @throws OAuthException for the client
   */
  AuthorizationRequest read(Tenant tenant, Trusted trusted) {
    Parameters parameters = trusted.parameters();
    Checked checked = checks.apply(new Asking(tenant, trusted.client(), parameters));
    Map<String, String> forPages = new LinkedHashMap<>();
    LoginPage.PARAMETERS.forEach(name -> {
      String value = parameters.get(name);
      if (value != null) {
        forPages.put(name, value);
      }
    });
    return new AuthorizationRequest(
        AuthorizationRequest.VERSION,
        trusted.client().id(),
        trusted.redirectUri(),
        trusted.mode(),
        parameters.get("state"),
        parameters.get("nonce"),
        checked.scope().toString(),
        checked.resources(),
        checked.prompt(),
        checked.maxAge(),
        asksAuthTime(checked),
        checked.codeChallenge(),
        checked.hintedUser(),
        checked.claims(),
        checked.dpopKey(),
        forPages);
  }

  private static boolean asksAuthTime(Checked checked) {
    ClaimsRequest claims = checked.claims();
    return checked.maxAge() != null
        || checked.prompt().contains(Prompt.LOGIN)
        || (claims != null && claims.asksIdToken(ClaimsRequest.AUTH_TIME));
  }
}
