package io.gatehouse.signin;

import io.gatehouse.branding.page.Page;
import io.gatehouse.session.Sessions;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import io.vertx.core.http.Cookie;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Who is signed in already in the browser at a page. */
@Singleton
public class SignedIn {
  private final Sessions sessions;
  private final Users users;

  SignedIn(Sessions sessions, Users users) {
    this.sessions = sessions;
    this.users = users;
  }

  /** The person whose browser this is; the session must be the one that the visit began in. */
  public Optional<User> at(Visit visit) {
    Cookie cookie = visit.request().getCookie(visit.tenant().cookie("_session"));
    return sessions
        .find(visit.tenant().id(), cookie == null ? null : cookie.getValue())
        .filter(session -> session.id().equals(visit.interaction().sessionId()))
        .flatMap(session -> users.find(visit.tenant().id(), session.userId()));
  }

  /** The same as pages show them. */
  public static Page.Person shown(User user) {
    String detail = user.primaryEmail() != null ? user.primaryEmail() : user.primaryPhone();
    String name =
        user.name() != null ? user.name() : Objects.requireNonNullElse(user.username(), "");
    return name.isEmpty() && detail != null
        ? new Page.Person(detail, null, user.avatar())
        : new Page.Person(name.isEmpty() ? user.id() : name, detail, user.avatar());
  }
}
