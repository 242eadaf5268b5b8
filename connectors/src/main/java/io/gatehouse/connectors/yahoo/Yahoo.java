package io.gatehouse.connectors.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.Dialect.Proof;
import io.gatehouse.connectors.client.OAuthConnector;
import io.gatehouse.connectors.client.StandardClaims;

/** Sign-in with a Yahoo account. */
public final class Yahoo extends OAuthConnector {
  public Yahoo() {
    super(
        Dialect.at(
                "https://api.login.yahoo.com/oauth2/request_auth",
                "https://api.login.yahoo.com/oauth2/get_token",
                "https://api.login.yahoo.com/openid/v1/userinfo")
            .withScope("openid profile email")
            .withProof(Proof.HEADER));
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return StandardClaims.of(in, raw);
  }
}
