package io.gatehouse.oidc.authorize;

import io.gatehouse.audit.log.ActiveUsers;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.oidc.issue.OidcScopes;
import io.gatehouse.oidc.issue.Person;
import io.gatehouse.oidc.issue.Tokens;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.ResponseType;
import io.gatehouse.session.Session;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that travel with the browser, for clients that are set so.
 *
 * <p>Sources: [OpenID Connect Core
 * §3.2.2.5](https://openid.net/specs/openid-connect-core-1_0.html#ImplicitAuthResponse), [§3.3.2.5]
 */
@Singleton
class FrontChannel {
  private final AuthorizationStore store;
  private final Tokens tokens;
  private final ActiveUsers active;

  FrontChannel(AuthorizationStore store, Tokens tokens, ActiveUsers active) {
    this.store = store;
    this.tokens = tokens;
    this.active = active;
  }

  /** An access token for what is about to be issued, if it is asked for. */
  static @Nullable String accessToken(ResponseType type) {
    return type.token() ? Ids.token() : null;
  }

  /** Counts the person as active on this day, if there was an access token. */
  void issued(TenantId tenant, Issue issue) {
    if (issue.accessToken() != null) {
      active.seen(tenant, issue.session().userId());
    }
  }

  /** What goes to the client with the code, or instead of it. */
  Map<String, String> answer(Tenant tenant, Client client, Issue issue) {
    ResponseType type = issue.request().type();
    Map<String, String> answer = new LinkedHashMap<>();
    if (issue.accessToken() != null) {
      answer.put("access_token", issue.accessToken());
      answer.put("token_type", Confirmation.tokenType(null));
      answer.put("expires_in", Long.toString(Tokens.ACCESS_TOKEN_LIFE.toSeconds()));
      answer.put("scope", issue.openScope().toString());
    }
    if (type.idToken()) {
      answer.put("id_token", idToken(tenant, client, issue));
    }
    return answer;
  }

  /**
   * "The Claims requested by the profile, email, address, and phone scope values are … returned in
   * the resulting ID Token" where there is no access token to ask with [OpenID Connect Core §5.4].
   */
  private String idToken(Tenant tenant, Client client, Issue issue) {
    AuthorizationRequest request = issue.request();
    Session session = issue.session();
    Person person = store.person(tenant.id(), session.userId(), issue.openScope());
    var how =
        new Tokens.Authentication(
            request.nonce(),
            request.authTimeAsked() ? session.authTime() : null,
            client.namesSessions() ? session.id() : null,
            session.amr(),
            request.claims(),
            new Tokens.Beside(
                request.type().code() ? issue.code() : null,
                issue.accessToken(),
                !request.type().code() && issue.accessToken() == null));
    return tokens.idToken(
        tenant, client, person, OidcScopes.of(issue.openScope()), how, issue.now());
  }
}
