package io.gatehouse.oidc.token;

import io.gatehouse.audit.log.ActiveUsers;
import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.audit.log.Logs;
import io.gatehouse.oidc.client.ClientAuthentication.Authenticated;
import io.gatehouse.oidc.token.content.TokenRequest;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notes every token request in the tenant's log, and for whom there was an access token on this
 * day.
 */
@Singleton
class TokenLog {
  /** Never in a log, not even masked. */
  private static final Set<String> SECRETS =
      Set.of(
          "client_secret",
          "code",
          "refresh_token",
          "code_verifier",
          "client_assertion",
          "device_code",
          "subject_token",
          "actor_token",
          "assertion",
          "auth_req_id");

  /** All that is noted of a client that has not shown who it is, and how much of each. */
  private static final Set<String> OF_STRANGERS =
      Set.of("client_id", "grant_type", "resource", "scope", "organization_id");

  private static final int SHORT = 256;

  /**
   * No news: a device that asks again and again until its person has decided, a client that is told
   * which nonce to use.
   */
  private static final Set<OAuthError> NOT_YET =
      Set.of(OAuthError.AUTHORIZATION_PENDING, OAuthError.SLOW_DOWN, OAuthError.USE_DPOP_NONCE);

  private final Logs logs;
  private final ActiveUsers active;

  TokenLog(Logs logs, ActiveUsers active) {
    this.logs = logs;
    this.active = active;
  }

  void succeeded(
      TokenRequest request, Grant grant, TokenAnswer answer, TokenEndpoint.Origin origin) {
    TenantId tenant = request.tenant().id();
    logs.append(
        tenant,
        entry(grant.kind().logKey(), request.caller(), origin)
            .params(shown(request.parameters()))
            .by(answer.userId(), request.clientId(), null));
    if (answer.userId() != null) {
      active.seen(tenant, answer.userId());
    }
  }

  /**
   * Notes a refusal.
   *
   * @param caller null when it is the client itself that was refused
   */
  void failed(
      TenantId tenant,
      @Nullable Authenticated caller,
      Parameters parameters,
      OAuthException error,
      TokenEndpoint.Origin origin) {
    if (NOT_YET.contains(error.error())) {
      return;
    }
    logs.append(
        tenant,
        entry(Grant.Kind.logKey(parameters.get("grant_type")), caller, origin)
            .params(caller == null ? ofStranger(parameters) : shown(parameters))
            .by(null, caller == null ? null : caller.client().id(), null)
            .failed(
                Map.of("error", error.error().code(), "error_description", error.description())));
  }

  private static LogEntry entry(
      String key, @Nullable Authenticated caller, TokenEndpoint.Origin origin) {
    LogEntry entry = LogEntry.of(key).from(origin.ip(), origin.userAgent());
    String secret = caller == null ? null : caller.secretName();
    return secret == null ? entry : entry.with("applicationSecret", Map.of("name", secret));
  }

  private static Map<String, String> ofStranger(Parameters parameters) {
    Map<String, String> shown = shown(parameters);
    shown.keySet().retainAll(OF_STRANGERS);
    shown.replaceAll((name, value) -> value.length() <= SHORT ? value : value.substring(0, SHORT));
    return shown;
  }

  private static Map<String, String> shown(Parameters parameters) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (String name : parameters.names()) {
      if (!SECRETS.contains(name)) {
        shown.put(name, String.join(" ", parameters.all(name)));
      }
    }
    return shown;
  }
}
