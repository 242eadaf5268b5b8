package io.gatehouse.oidc.token;

import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.audit.log.Logs;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Notes every token request in the tenant's log. */
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
          "assertion");

  /** A device that asks again and again until its person has decided: no news. */
  private static final Set<OAuthError> NOT_YET =
      Set.of(OAuthError.AUTHORIZATION_PENDING, OAuthError.SLOW_DOWN);

  private final Logs logs;

  TokenLog(Logs logs) {
    this.logs = logs;
  }

  void succeeded(
      TokenRequest request, Grant grant, TokenAnswer answer, TokenEndpoint.Origin origin) {
    logs.append(
        request.tenant().id(),
        entry(request, grant, origin).by(answer.userId(), request.clientId(), null));
  }

  void failed(
      TokenRequest request, Grant grant, OAuthException error, TokenEndpoint.Origin origin) {
    if (NOT_YET.contains(error.error())) {
      return;
    }
    logs.append(
        request.tenant().id(),
        entry(request, grant, origin)
            .by(null, request.clientId(), null)
            .failed(
                Map.of("error", error.error().code(), "error_description", error.description())));
  }

  private static LogEntry entry(TokenRequest request, Grant grant, TokenEndpoint.Origin origin) {
    LogEntry entry =
        LogEntry.of(grant.kind().logKey())
            .params(shown(request.parameters()))
            .from(origin.ip(), origin.userAgent());
    String secret = request.caller().secretName();
    return secret == null ? entry : entry.with("applicationSecret", Map.of("name", secret));
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
