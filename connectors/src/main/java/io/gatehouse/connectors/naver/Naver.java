package io.gatehouse.connectors.naver;

import static io.gatehouse.connectors.ConnectorError.GENERAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.OAuthConnector;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sign-in with a Naver account. */
public final class Naver extends OAuthConnector {
  private static final String SUCCESS = "00";

  public Naver() {
    super(
        Dialect.at(
            "https://nid.naver.com/oauth2.0/authorize",
            "https://nid.naver.com/oauth2.0/token",
            "https://openapi.naver.com/v1/nid/me"));
  }

  /** What people are asked to share is set in Naver's console. */
  @Override
  protected Client client(Fields in, Dialect usual) {
    return new Client(usual, in.text("clientId"), in.text("clientSecret"), null, Map.of());
  }

  /** Naver wants the state once more. */
  @Override
  protected Map<String, String> form(String code, SocialCallback callback, Client client) {
    Map<String, String> form = super.form(code, callback, client);
    callback.text("state").ifPresent(state -> form.put("state", state));
    return form;
  }

  @Override
  protected JsonNode person(Grant grant, Client client, Outside outside) {
    JsonNode envelope = super.person(grant, client, outside);
    if (!SUCCESS.equals(envelope.path("resultcode").asText(SUCCESS))) {
      throw GENERAL.with(envelope);
    }
    return envelope;
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return in.nested(
        "response",
        person ->
            new SocialUserInfo(
                person.id("id"),
                person.optionalText("email"),
                null,
                name(person),
                person.optionalText("profile_image"),
                raw));
  }

  /** People choose which of their names they share. */
  private static @Nullable String name(Fields person) {
    String nickname = person.optionalText("nickname");
    return nickname == null ? person.optionalText("name") : nickname;
  }
}
