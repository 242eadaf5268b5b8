package io.gatehouse.connectors.notion;

import static io.gatehouse.connectors.client.Provider.Failures.BAD_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.Dialect.Proof;
import io.gatehouse.connectors.client.OAuthConnector;
import io.gatehouse.connectors.client.Provider;
import java.util.Map;

/** Sign-in with a Notion account. */
public final class Notion extends OAuthConnector {
  private static final String TOKEN = "https://api.notion.com/v1/oauth/token";

  public Notion() {
    super(
        Dialect.at("https://api.notion.com/v1/oauth/authorize", TOKEN, TOKEN)
            .withProof(Proof.HEADER));
  }

  /** What an integration may do is set at Notion. */
  @Override
  protected Client client(Fields in, Dialect usual) {
    return new Client(usual, in.text("clientId"), in.text("clientSecret"), null, Map.of());
  }

  @Override
  protected AuthorizationUri authorization(
      AuthorizationRequest request, Client client, Outside outside) {
    return super.authorization(request, client, outside).with("owner", "user");
  }

  @Override
  protected JsonNode redeem(Map<String, String> form, Client client, Outside outside) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    form.forEach(body::put);
    Request request =
        tokenRequest(form, client, outside).withBody("application/json", body.toString());
    return Provider.json(Provider.send(request, outside, BAD_TOKEN));
  }

  /** Whose the tokens are has been said with them. */
  @Override
  protected JsonNode person(Grant grant, Client client, Outside outside) {
    return grant.answer().path("owner");
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return in.nested(
        "user",
        user -> {
          String email = user.nested("person", person -> person.optionalText("email"));
          return new SocialUserInfo(
              user.text("id"),
              email,
              null,
              user.optionalText("name"),
              user.optionalText("avatar_url"),
              raw);
        });
  }
}
