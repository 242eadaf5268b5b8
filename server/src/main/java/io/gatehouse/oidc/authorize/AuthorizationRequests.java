package io.gatehouse.oidc.authorize;

import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.OneTapCookie;
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
import io.gatehouse.protocol.ResponseType;
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
  private final RequestObjects objects;

  AuthorizationRequests(
      Clients clients, PushedRequests pushedRequests, Checks checks, RequestObjects objects) {
    this.clients = clients;
    this.pushedRequests = pushedRequests;
    this.checks = checks;
    this.objects = objects;
  }

  /**
   * A request whose client is known, so that errors can go back to it.
   *
   * @param pushed the mark of the pushed request that it came as
   * @param refusal what the client is told at once: that its request object does not count, or that
   *     nobody knows the way in which it wants the answer
   */
  record Trusted(
      Client client,
      String redirectUri,
      ResponseMode mode,
      Parameters parameters,
      @Nullable String pushed,
      @Nullable OAuthException refusal) {
    Trusted pushed(String mark) {
      return new Trusted(client, redirectUri, mode, parameters, mark, refusal);
    }

    Answers.Target target() {
      return new Answers.Target(client, redirectUri, mode, parameters.get("state"));
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
   * What a request of this client asks, where it comes signed.
   *
   * @throws OAuthException invalid_request_object
   */
  public Parameters open(Tenant tenant, Client client, Parameters parameters) {
    return objects.open(tenant, client, parameters);
  }

  /**
   * A request as a browser brings it: whole, signed, or only the name of one that was pushed. Of
   * those only the pushed parameters count [RFC 9126 §4].
   */
  Trusted begin(Tenant tenant, Parameters parameters) {
    parameters.refuseRepeated(REPEATABLE);
    String requestUri = parameters.get("request_uri");
    if (requestUri != null && PushedRequests.names(requestUri)) {
      PushedRequests.Brought brought =
          pushedRequests.find(tenant, parameters.required("client_id"), requestUri);
      return trust(tenant, brought.parameters()).pushed(brought.mark());
    }
    Client client = client(tenant, parameters);
    if (client.pushesRequests()) {
      throw OAuthError.INVALID_REQUEST.because("this client must push its requests");
    }
    Parameters asked;
    try {
      asked = objects.open(tenant, client, parameters);
    } catch (OAuthException e) {
      return refused(tenant, parameters, e);
    }
    return trust(tenant, asked);
  }

  /**
   * A pushed request is good for one answer.
   *
   * @throws OAuthException invalid_request_uri
   */
  void useUp(Tenant tenant, AuthorizationRequest request) {
    if (request.pushed() != null) {
      pushedRequests.use(tenant, request.pushed());
    }
  }

  /**
   * What is wrong with a request object is told to the client, where the request around it names an
   * address of the client's; its page says it otherwise.
   */
  private Trusted refused(Tenant tenant, Parameters parameters, OAuthException refusal) {
    Trusted around;
    try {
      around = trust(tenant, parameters);
    } catch (OAuthException e) {
      throw refusal;
    }
    return new Trusted(
        around.client(), around.redirectUri(), around.mode(), parameters, null, refusal);
  }

  /**
   * "If the request fails due to a missing, invalid, or mismatching redirection URI … MUST NOT
   * automatically redirect" [RFC 6749 §4.1.2.1].
   */
  private Trusted trust(Tenant tenant, Parameters parameters) {
    parameters.refuseRepeated(REPEATABLE);
    Client client = client(tenant, parameters);
    String redirectUri = redirectUri(client, parameters);
    try {
      ResponseMode mode = mode(client, parameters, parameters.get("response_mode"));
      return new Trusted(client, redirectUri, mode, parameters, null, null);
    } catch (OAuthException e) {
      ResponseMode usual = mode(client, parameters, null);
      return new Trusted(client, redirectUri, usual, parameters, null, e);
    }
  }

  private Client client(Tenant tenant, Parameters parameters) {
    return clients
        .find(tenant, parameters.required("client_id"))
        .orElseThrow(
            () -> new OAuthException(OAuthError.INVALID_CLIENT, "client is invalid", 400, null));
  }

  /** An error never travels by a query where the answer must not. */
  private static ResponseMode mode(Client client, Parameters parameters, @Nullable String wanted) {
    boolean frontChannel =
        client.protocol().responseTypes() != null
            && ResponseType.asksTokens(parameters.get("response_type"));
    ResponseMode asked = ResponseMode.parse(wanted, frontChannel);
    return frontChannel ? asked.inFragment() : asked;
  }

  /**
   * "redirect_uri: REQUIRED" [OpenID Connect Core §3.1.2.1]; the convention lets the only one out.
   */
  private static String redirectUri(Client client, Parameters parameters) {
    List<String> registered =
        client.mayUseBackchannel()
            ? client.application().oidcClientMetadata().redirectUris()
            : client.redirectUris().registered();
    String redirectUri = parameters.get("redirect_uri");
    if (redirectUri == null
        && !client.byTheLetter()
        && registered.size() == 1
        && registered.getFirst().indexOf('*') < 0) {
      redirectUri = registered.getFirst();
    }
    if (redirectUri == null) {
      throw OAuthError.INVALID_REQUEST.because("missing required parameter 'redirect_uri'");
    }
    if (!client.redirectUris().allow(redirectUri)) {
      throw OAuthError.INVALID_REDIRECT_URI.because(
          "redirect_uri did not match any of the client's registered redirect_uris");
    }
    return redirectUri;
  }

  /**
   * What it asks.
   *
   * @throws OAuthException for the client
   */
  AuthorizationRequest read(Tenant tenant, Trusted trusted) {
    if (trusted.refusal() != null) {
      throw trusted.refusal();
    }
    Parameters parameters = trusted.parameters();
    Checked checked = checks.apply(new Asking(tenant, trusted.client(), parameters));
    Map<String, String> forPages = new LinkedHashMap<>();
    LoginPage.PARAMETERS.forEach(name -> {
      String value = parameters.get(name);
      if (value != null) {
        forPages.put(name, value);
      }
    });
    if (checked.claims() != null && checked.claims().prefersSeveralFactors()) {
      forPages.put(Interaction.FACTORS, "several");
    }
    return new AuthorizationRequest(
        AuthorizationRequest.VERSION,
        trusted.client().id(),
        trusted.redirectUri(),
        checked.type().equals(ResponseType.CODE) ? null : checked.type().toString(),
        trusted.mode(),
        parameters.get("state"),
        parameters.get("nonce"),
        checked.scope().toString(),
        checked.resources(),
        checked.prompt(),
        checked.maxAge(),
        asksAuthTime(trusted.client(), checked),
        checked.codeChallenge(),
        checked.hintedUser(),
        checked.claims(),
        checked.dpopKey(),
        checked.authorizationDetails(),
        forPages,
        trusted.pushed(),
        OneTapCookie.credential(parameters.get(OneTapCookie.PARAMETER)));
  }

  private static boolean asksAuthTime(Client client, Checked checked) {
    ClaimsRequest claims = checked.claims();
    return client.protocol().asksAuthTime()
        || checked.maxAge() != null
        || checked.prompt().contains(Prompt.LOGIN)
        || (claims != null && claims.asksIdToken(ClaimsRequest.AUTH_TIME));
  }
}
