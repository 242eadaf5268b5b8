package io.gatehouse.signin.consent;

import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.InteractionError;
import io.gatehouse.session.Sessions;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/** Whose consent is asked for: the person of the interaction's session. */
@Singleton
class ConsentPeople {
  private final Sessions sessions;
  private final Users users;

  ConsentPeople(Sessions sessions, Users users) {
    this.sessions = sessions;
    this.users = users;
  }

  /** The person whose browser this is; the session must be the one that asked. */
  User of(Tenant tenant, HttpServerRequest request, Interaction interaction) {
    Cookie cookie = request.getCookie(tenant.cookie("_session"));
    return sessions
        .find(tenant.id(), cookie == null ? null : cookie.getValue())
        .filter(session -> session.id().equals(interaction.sessionId()))
        .flatMap(session -> users.find(tenant.id(), session.userId()))
        .orElseThrow(InteractionError.SESSION_NOT_FOUND::exception);
  }
}
