package io.gatehouse.connectors.github;

import static io.gatehouse.connectors.client.Provider.Failures.BAD_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.OAuthConnector;
import io.gatehouse.connectors.client.Provider;
import io.gatehouse.connectors.client.TokenEndpoint;
import java.util.Map;

/** Sign-in with a GitHub account. */
public final class GitHub extends OAuthConnector {
  private static final String EMAILS = "https://api.github.com/user/emails";

  /** Unasked, GitHub tells thirty, among which the primary one need not be. */
  private static final String MOST = "100";

  public GitHub() {
    super(
        Dialect.at(
                "https://github.com/login/oauth/authorize",
                "https://github.com/login/oauth/access_token",
                "https://api.github.com/user")
            .withScope("read:user"));
  }

  /** GitHub knows where it has sent the code. */
  @Override
  protected Map<String, String> form(String code, SocialCallback callback, Client client) {
    return TokenEndpoint.code(code, "");
  }

  /**
   * The user and their addresses; without the addresses where the scope does not reach them, which
   * GitHub says with 403 or 404.
   */
  @Override
  protected JsonNode person(Grant grant, Client client, Outside outside) {
    String token = grant.tokens().accessToken();
    ObjectNode person = JsonNodeFactory.instance.objectNode();
    var user = outside.endpoint(client.dialect().person());
    person.set("userInfo", Provider.get(user, "Bearer", token, outside, BAD_TOKEN));
    var emails = AuthorizationUri.of(outside.endpoint(EMAILS)).with("per_page", MOST).toUri();
    Response response = Provider.exchange(Provider.authorized(emails, "Bearer", token), outside);
    if (response.status() != 403 && response.status() != 404) {
      person.set("userEmails", Provider.json(Provider.successful(response, BAD_TOKEN)));
    }
    return person;
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return GitHubProfile.of(in).userInfo(raw);
  }
}
