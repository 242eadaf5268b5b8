package io.gatehouse.oidc.saml;

import io.gatehouse.application.saml.SamlApplications;
import io.gatehouse.application.saml.SamlConfig;
import io.gatehouse.application.saml.SamlError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.id.Ids;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Begins sign-ins that service providers ask for: each goes on as an authorization request of its
 * application.
 *
 * <p>Source: <a
 * href="https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf">Profiles for SAML
 * 2.0 §4.1.4.1</a>
 */
@Singleton
class SignOnRequests {
  /** How long a person may take to sign in. */
  private static final Duration LIFE = Duration.ofMinutes(60);

  private static final int STATE = 32;

  private final SamlApplications applications;
  private final SamlSessionStore sessions;
  private final SignOnLog log;
  private final InstantSource clock;

  SignOnRequests(
      SamlApplications applications,
      SamlSessionStore sessions,
      SignOnLog log,
      InstantSource clock) {
    this.applications = applications;
    this.sessions = sessions;
    this.log = log;
    this.clock = clock;
  }

  /**
   * A sign-in that has begun.
   *
   * @param address where the browser goes on
   * @param secret for its cookie
   */
  record Begun(String address, String secret, Instant expires) {}

  /** Begins a sign-in; the message is read when it is known whom it must come from. */
  Begun begin(SignOn signOn, Supplier<AuthnRequest> message, @Nullable String relayState) {
    SamlConfig config =
        applications.identity(signOn.tenant().id(), signOn.applicationId()).application().config();
    try {
      SamlConfig.Receiver receiver = config.receiver();
      AuthnRequest request = message.get();
      if (!request.issuer().equals(receiver.entityId())) {
        throw SamlError.OTHER_ISSUER.exception();
      }
      Begun begun = begun(signOn, config, new SamlSessionStore.Asked(request.id(), relayState));
      log.succeeded(
          SignOnLog.BEGIN,
          signOn,
          null,
          Map.of("issuer", request.issuer(), "requestId", request.id()));
      return begun;
    } catch (RequestException e) {
      log.failed(SignOnLog.BEGIN, signOn, e);
      throw e;
    }
  }

  private Begun begun(SignOn signOn, SamlConfig config, SamlSessionStore.Asked asked) {
    Instant now = clock.instant();
    Instant expires = now.plus(LIFE);
    var handed = new SamlSessionStore.Shown(Ids.token(), signOn.applicationId(), Ids.secret(STATE));
    sessions.begin(signOn.tenant().id(), handed, asked, now, expires);
    return new Begun(authorization(signOn, config, handed.state()), handed.secret(), expires);
  }

  private static String authorization(SignOn signOn, SamlConfig config, String state) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", signOn.applicationId());
    query.put("redirect_uri", signOn.callback());
    query.put("response_type", "code");
    query.put("prompt", "login");
    query.put("scope", Attributes.scope(config).toString());
    query.put("state", state);
    return query.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", signOn.tenant().issuer() + "/auth?", ""));
  }
}
