package io.gatehouse.connectors.huggingface;

import static io.gatehouse.connectors.ConnectorError.AUTHORIZATION_FAILED;
import static io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.Dialect.Proof;
import io.gatehouse.connectors.client.OAuthConnector;

/** Sign-in with a Hugging Face account. */
public final class HuggingFace extends OAuthConnector {
  public HuggingFace() {
    super(
        Dialect.at(
                "https://huggingface.co/oauth/authorize",
                "https://huggingface.co/oauth/token",
                "https://huggingface.co/oauth/userinfo")
            .withScope("profile")
            .withProof(Proof.HEADER)
            .remembering());
  }

  @Override
  protected String code(SocialCallback callback) {
    return callback.code(AUTHORIZATION_FAILED);
  }

  /** The scope must be told; nothing of the tokens is kept. */
  @Override
  protected TokenSet tokens(JsonNode answer) {
    return Fields.read(
        answer,
        INVALID_RESPONSE,
        in ->
            new TokenSet(
                in.text("access_token"),
                in.text("token_type"),
                null,
                null,
                in.textOrEmpty("scope"),
                null));
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return new SocialUserInfo(
        in.text("sub"),
        in.optionalText("email"),
        null,
        in.optionalText("name"),
        in.optionalText("picture"),
        raw);
  }
}
