package io.gatehouse.oidc.backchannel;

import io.gatehouse.oidc.issue.IdTokenHints;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out whom an application means. [CIBA Core §7.1] */
@Singleton
class HintedPeople {
  private static final int LONGEST = 256;

  private final Users users;
  private final IdTokenHints idTokens;

  HintedPeople(Users users, IdTokenHints idTokens) {
    this.users = users;
    this.idTokens = idTokens;
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
   * @throws OAuthException invalid_request
   */
  Meant of(Tenant tenant, String clientId, Parameters parameters) {
    if (parameters.has("login_hint_token")) {
      throw OAuthError.INVALID_REQUEST.because(
          "login_hint_token is not supported; use login_hint or id_token_hint");
    }
    String login = parameters.get("login_hint");
    String idToken = parameters.get("id_token_hint");
    if (Stream.of(login, idToken).filter(each -> each != null).count() != 1) {
      throw OAuthError.INVALID_REQUEST.because(
          "exactly one of login_hint and id_token_hint is needed");
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
            .map(IdTokenHints.Hint::subject)
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
