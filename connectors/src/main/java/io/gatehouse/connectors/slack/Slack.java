package io.gatehouse.connectors.slack;

import static io.gatehouse.connectors.ConnectorError.SOCIAL_INVALID_ACCESS_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.OAuthConnector;
import io.gatehouse.connectors.client.StandardClaims;

/** Sign-in with a Slack account. */
public final class Slack extends OAuthConnector {
  public Slack() {
    super(
        Dialect.at(
                "https://slack.com/openid/connect/authorize",
                "https://slack.com/api/openid.connect.token",
                "https://slack.com/api/openid.connect.userInfo")
            .withScope("openid profile email"));
  }

  @Override
  protected JsonNode person(Grant grant, Client client, Outside outside) {
    JsonNode person = super.person(grant, client, outside);
    if (person.hasNonNull("error")) {
      throw SOCIAL_INVALID_ACCESS_TOKEN.with(person);
    }
    return person;
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return StandardClaims.of(in, raw);
  }
}
