package io.gatehouse.oidc.authorize;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.issue.Tokens;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.ResponseMode;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what goes back to the client: what it asked for or what is wrong, its state, and
 * who answers; signed where the client wants that.
 *
 * <p>Sources: [RFC 9207 §2](https://www.rfc-editor.org/rfc/rfc9207#section-2), [JARM
 * §2](https://openid.net/specs/oauth-v2-jarm.html#name-response-encoding)
 */
@Singleton
class Answers {
  private final Tokens tokens;
  private final InstantSource clock;

  Answers(Tokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * Where an answer goes.
   *
   * @param state as the client sent it
   */
  record Target(Client client, String redirectUri, ResponseMode mode, @Nullable String state) {
    static Target of(Client client, AuthorizationRequest request) {
      return new Target(client, request.redirectUri(), request.responseMode(), request.state());
    }
  }

  /** What the client asked for. */
  Outcome.Answer answer(
      Tenant tenant,
      Target target,
      Map<String, String> content,
      Outcome.@Nullable SessionCookie session) {
    Map<String, String> answer = new LinkedHashMap<>(content);
    if (target.state() != null) {
      answer.put("state", target.state());
    }
    answer.put("iss", tenant.issuer());
    if (!target.mode().signed()) {
      return new Outcome.Answer(target.redirectUri(), target.mode(), answer, session);
    }
    String signed = tokens.authorizationAnswer(tenant, target.client(), answer, clock.instant());
    return new Outcome.Answer(
        target.redirectUri(), target.mode().carrier(), Map.of("response", signed), session);
  }

  /** What is wrong. [RFC 6749 §4.1.2.1] */
  Outcome.Answer error(
      Tenant tenant, Target target, OAuthException error, Outcome.@Nullable SessionCookie session) {
    Map<String, String> content = new LinkedHashMap<>();
    content.put("error", error.error().code());
    content.put("error_description", error.description());
    if (error.scope() != null) {
      content.put("scope", error.scope());
    }
    return answer(tenant, target, content, session);
  }
}
