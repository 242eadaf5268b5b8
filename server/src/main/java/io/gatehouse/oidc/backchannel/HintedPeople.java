package io.gatehouse.oidc.backchannel;

import io.gatehouse.oidc.issue.IdTokenHints;
import io.gatehouse.oidc.subject.SubjectIdentifiers;
import io.gatehouse.oidc.token.assertion.Assertions;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out whom an application means. [CIBA Core §7.1] */
@Singleton
class HintedPeople {
  private static final int LONGEST = 256;

  private final Users users;
  private final IdTokenHints idTokens;
  private final SubjectIdentifiers subjects;
  private final Assertions assertions;
  private final InstantSource clock;

  HintedPeople(
      Users users,
      IdTokenHints idTokens,
      SubjectIdentifiers subjects,
      Assertions assertions,
      InstantSource clock) {
    this.users = users;
    this.idTokens = idTokens;
    this.subjects = subjects;
    this.assertions = assertions;
    this.clock = clock;
  }

  /**
   * Whom a request means.
   *
   * @param name what stands for the person where there is none
   * @param user only somebody who can sign in and be written to
   */
  record Meant(String name, @Nullable User user) {
    /** Where a message goes, or would: what stands for nobody is counted as an address as well. */
    String address() {
      if (user != null && user.primaryEmail() != null) {
        return user.primaryEmail();
      }
      return name.indexOf('@') < 0 ? name + "@" : name;
    }
  }

  /**
   * "There MUST be one (and only one) of the hints" [CIBA Core §7.1]. Whether there is such a
   * person is not told.
   *
   * @throws OAuthException invalid_request; expired_login_hint_token
   */
  Meant of(Tenant tenant, String clientId, Parameters parameters) {
    String token = parameters.get("login_hint_token");
    String login = parameters.get("login_hint");
    String idToken = parameters.get("id_token_hint");
    if (Stream.of(token, login, idToken).filter(each -> each != null).count() != 1) {
      throw OAuthError.INVALID_REQUEST.because(
          "exactly one of login_hint, login_hint_token and id_token_hint is needed");
    }
    if (token != null) {
      Assertions.Hinted hinted = assertions.hinted(tenant, clientId, token, clock.instant());
      return meant(
          hinted.subject(), hinted.userId().flatMap(userId -> users.find(tenant.id(), userId)));
    }
    if (login != null) {
      if (login.length() > LONGEST) {
        throw OAuthError.INVALID_REQUEST.because("login_hint is too long");
      }
      return meant(login, users.forSignIn(tenant.id(), identifier(login)).map(SignInUser::user));
    }
    String subject =
        idTokens
            .read(tenant, String.valueOf(idToken))
            .filter(hint -> hint.clientId().equals(clientId))
            .map(hint -> subjects.person(tenant, hint.subject()))
            .orElseThrow(
                () -> OAuthError.INVALID_REQUEST.because("could not validate id_token_hint"));
    return meant(subject, users.find(tenant.id(), subject));
  }

  private static Meant meant(String name, Optional<User> found) {
    return new Meant(
        name, found.filter(user -> !user.suspended() && user.primaryEmail() != null).orElse(null));
  }

  private static Identifier identifier(String login) {
    return login.indexOf('@') >= 0 ? Identifier.email(login) : Identifier.username(login);
  }
}
