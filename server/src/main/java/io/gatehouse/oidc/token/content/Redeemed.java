package io.gatehouse.oidc.token.content;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.oidc.issue.ClaimsRequest;
import io.gatehouse.oidc.issue.Person;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a redeemed code or refresh token stands for, read in the statement that redeemed it.
 *
 * @param sessionId set when everything issued for it ends with the session
 * @param scope what was asked for at the authorization, resources' scopes included
 * @param granted OpenID scopes of the grant
 * @param resources the resources named at the authorization
 * @param available what the person's roles allow now, by resource
 * @param grantedAt what the grant holds, by resource
 * @param claims single claims that were asked for at the authorization
 * @param organization where the token is to be used; null for everywhere
 * @param exchanged where it was exchanged for another token
 * @param details what was granted besides scopes [RFC 9396]
 */
public record Redeemed(
    String grantId,
    @Nullable String sessionId,
    Scopes scope,
    Scopes granted,
    List<String> resources,
    Map<String, Scopes> available,
    Map<String, Scopes> grantedAt,
    @Nullable String nonce,
    Login login,
    @Nullable ClaimsRequest claims,
    Person person,
    @Nullable Organization organization,
    @Nullable Exchanged exchanged,
    @Nullable ArrayNode details) {

  /**
   * How and when the person signed in.
   *
   * @param timeAsked whether the ID token tells the time
   * @param amr the methods [RFC 8176]
   * @param sessionId the session while it lives, whatever is bound to it
   */
  public record Login(
      Instant at, boolean timeAsked, List<String> amr, @Nullable String sessionId) {}

  /**
   * An organization that the person belongs to.
   *
   * @param scopes of the organization template that their roles there give
   */
  public record Organization(String id, Scopes scopes) {}

  /**
   * What another token brought.
   *
   * @param actor who acts as the person; null for the person alone
   * @param context what was written into a token to act as the person
   */
  public record Exchanged(@Nullable String actor, @Nullable ObjectNode context) {}

  public @Nullable String actor() {
    return exchanged == null ? null : exchanged.actor();
  }

  public User user() {
    return person.user();
  }

  /** What the person may do at the resource through this grant. */
  Scopes at(String indicator) {
    return available
        .getOrDefault(indicator, Scopes.NONE)
        .and(grantedAt.getOrDefault(indicator, Scopes.NONE));
  }
}
