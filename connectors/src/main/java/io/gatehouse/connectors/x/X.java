package io.gatehouse.connectors.x;

import static io.gatehouse.connectors.client.Provider.Failures.BAD_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.Dialect.Proof;
import io.gatehouse.connectors.client.OAuthConnector;
import io.gatehouse.connectors.client.Provider;
import java.util.Arrays;

/** Sign-in with an account at X. */
public final class X extends OAuthConnector {
  private static final String FIELDS = "profile_image_url";

  public X() {
    super(
        Dialect.at(
                "https://x.com/i/oauth2/authorize",
                "https://api.x.com/2/oauth2/token",
                "https://api.x.com/2/users/me")
            .withScope("tweet.read users.read")
            .withProof(Proof.HEADER)
            .withPkce());
  }

  /** X describes people by the fields that are asked for; the address needs a scope of its own. */
  @Override
  protected JsonNode person(Grant grant, Client client, Outside outside) {
    TokenSet tokens = grant.tokens();
    String fields = reachesAddress(tokens) ? FIELDS + ",confirmed_email" : FIELDS;
    var address =
        AuthorizationUri.of(outside.endpoint(client.dialect().person()))
            .with("user.fields", fields)
            .toUri();
    return Provider.get(address, tokens.tokenType(), tokens.accessToken(), outside, BAD_TOKEN);
  }

  private static boolean reachesAddress(TokenSet tokens) {
    return tokens.scope() != null
        && Arrays.asList(tokens.scope().split("\\s+")).contains("users.email");
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return in.nested(
        "data",
        person ->
            new SocialUserInfo(
                person.id("id"),
                person.optionalText("confirmed_email"),
                null,
                person.optionalText("name"),
                person.optionalText("profile_image_url"),
                raw));
  }
}
