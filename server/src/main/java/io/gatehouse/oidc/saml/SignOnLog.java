package io.gatehouse.oidc.saml;

import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.audit.log.Logs;
import io.gatehouse.platform.error.RequestException;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes both ends of a sign-in to a service provider in the tenant's log. */
@Singleton
class SignOnLog {
  static final String BEGIN = "SamlApplication.AuthnRequest";
  static final String END = "SamlApplication.Callback";

  private final Logs logs;

  SignOnLog(Logs logs) {
    this.logs = logs;
  }

  void succeeded(String key, SignOn signOn, @Nullable String userId, Map<String, ?> params) {
    logs.append(
        signOn.tenant().id(),
        entry(key, signOn).params(params).by(userId, signOn.applicationId(), null));
  }

  void failed(String key, SignOn signOn, RequestException error) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("code", error.code().code());
    if (error.data() != null) {
      told.put("data", error.data());
    }
    logs.append(
        signOn.tenant().id(),
        entry(key, signOn).by(null, signOn.applicationId(), null).failed(told));
  }

  private static LogEntry entry(String key, SignOn signOn) {
    return LogEntry.of(key).from(signOn.ip(), signOn.userAgent());
  }
}
