package io.gatehouse.connectors.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.Dialect.Proof;
import io.gatehouse.connectors.client.OAuthConnector;
import io.gatehouse.connectors.client.StandardClaims;

/** Sign-in with an account at GitLab.com. */
public final class GitLab extends OAuthConnector {
  public GitLab() {
    super(
        Dialect.at(
                "https://gitlab.com/oauth/authorize",
                "https://gitlab.com/oauth/token",
                "https://gitlab.com/oauth/userinfo")
            .withScope("openid profile email")
            .withProof(Proof.HEADER));
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return StandardClaims.of(in, raw);
  }
}
