package io.gatehouse.connectors.patreon;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.Dialect.Proof;
import io.gatehouse.connectors.client.OAuthConnector;

/** Sign-in with a Patreon account. */
public final class Patreon extends OAuthConnector {
  public Patreon() {
    super(
        Dialect.at(
                "https://www.patreon.com/oauth2/authorize",
                "https://www.patreon.com/api/oauth2/token",
                "https://www.patreon.com/api/oauth2/api/current_user")
            .withScope("identity identity[email]")
            .withProof(Proof.HEADER));
  }

  /** The person is a resource of JSON:API: an id, and attributes beside it. */
  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return in.nested(
        "data",
        person -> {
          String id = person.id("id");
          return person.nested("attributes", attributes -> described(id, attributes, raw));
        });
  }

  private static SocialUserInfo described(String id, Fields attributes, JsonNode raw) {
    return new SocialUserInfo(
        id,
        attributes.coercedFlag("is_email_verified") ? attributes.optionalText("email") : null,
        null,
        attributes.optionalText("full_name"),
        attributes.optionalText("image_url"),
        raw);
  }
}
