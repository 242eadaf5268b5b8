package io.gatehouse.interaction.step.onetimetoken;

import io.gatehouse.message.onetimetoken.OneTimeTokens;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.session.Session;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.User;
import io.gatehouse.user.UserKeys;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.util.Map;

/** What a link from a message means in a browser in which somebody is signed in already. */
@Singleton
public class OpenedLinks {
  private final Users users;
  private final OneTimeTokens tokens;

  OpenedLinks(Users users, OneTimeTokens tokens) {
    this.users = users;
    this.tokens = tokens;
  }

  /**
   * Whether a link has led here, and has yet to do something: to sign in somebody else than who is
   * here, or to let them into the organizations of its token. Who opens their own link once more
   * stays signed in.
   *
   * @param told the parameters of the authorization request, among them those of the link
   */
  public boolean lead(TenantId tenant, Session session, Map<String, String> told) {
    String token = told.get("one_time_token");
    String email = told.get("login_hint");
    if (token == null || email == null) {
      return false;
    }
    User here = users.find(tenant, session.userId()).orElse(null);
    return here == null || !owns(here, email) || waits(tenant, token, email);
  }

  /** Whether the address is this person's. */
  public static boolean owns(User person, String email) {
    String own = person.primaryEmail();
    return own != null && UserKeys.email(own).equals(UserKeys.email(email));
  }

  private boolean waits(TenantId tenant, String token, String email) {
    try {
      tokens.check(tenant, token, email);
      return true;
    } catch (RequestException over) {
      return false;
    }
  }
}
