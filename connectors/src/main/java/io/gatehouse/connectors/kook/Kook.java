package io.gatehouse.connectors.kook;

import static io.gatehouse.connectors.ConnectorError.GENERAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.OAuthConnector;

/** Sign-in with a KOOK account. */
public final class Kook extends OAuthConnector {
  public Kook() {
    super(
        Dialect.at(
                "https://www.kookapp.cn/app/oauth2/authorize",
                "https://www.kookapp.cn/api/oauth2/token",
                "https://www.kookapp.cn/api/v3/user/me")
            .withScope("get_user_info"));
  }

  /** Refusals come with status 200 and a code other than 0. */
  @Override
  protected JsonNode person(Grant grant, Client client, Outside outside) {
    JsonNode envelope = super.person(grant, client, outside);
    if (envelope.path("code").asInt() != 0) {
      throw GENERAL.with(envelope);
    }
    return envelope;
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return in.nested(
        "data",
        person ->
            new SocialUserInfo(
                person.id("id"),
                null,
                null,
                person.optionalText("username"),
                person.optionalText("avatar"),
                raw));
  }
}
