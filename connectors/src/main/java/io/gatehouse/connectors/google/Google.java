package io.gatehouse.connectors.google;

import static io.gatehouse.connectors.ConnectorError.SOCIAL_INVALID_ID_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.IdTokenRules;
import io.gatehouse.connectors.client.IdTokens;
import io.gatehouse.connectors.client.OAuthConnector;
import io.gatehouse.connectors.client.StandardClaims;
import java.util.List;
import java.util.Map;

/**
 * Sign-in with a Google account: by redirect, or by the ID token that the One Tap prompt hands to
 * the page.
 */
public final class Google extends OAuthConnector {
  private static final String KEYS = "https://www.googleapis.com/oauth2/v3/certs";
  private static final List<String> ISSUERS =
      List.of("https://accounts.google.com", "accounts.google.com");
  private static final List<String> PROMPTS = List.of("none", "consent", "select_account");

  private final IdTokens idTokens = new IdTokens();

  public Google() {
    super(
        Dialect.at(
                "https://accounts.google.com/o/oauth2/v2/auth",
                "https://oauth2.googleapis.com/token",
                "https://openidconnect.googleapis.com/v1/userinfo")
            .withScope("openid profile email"));
  }

  @Override
  protected Client client(Fields in, Dialect usual) {
    in.nested("oneTap", Google::oneTap);
    String prompts = String.join(" ", in.texts("prompts", PROMPTS));
    String access = in.flag("offlineAccess") ? "offline" : "";
    return new Client(
        usual,
        in.text("clientId"),
        in.text("clientSecret"),
        in.optionalText("scope"),
        Map.of("access_type", access, "prompt", prompts));
  }

  /** The settings of the One Tap prompt are the page's; here they are only looked at. */
  private static boolean oneTap(Fields in) {
    in.flag("autoSelect");
    in.flag("closeOnTapOutside");
    in.flag("itpSupport");
    return in.flag("isEnabled");
  }

  @Override
  protected AuthorizationUri authorization(
      AuthorizationRequest request, Client client, Outside outside) {
    return super.authorization(request, client, outside)
        .with("access_type", client.setting("access_type"))
        .with("prompt", client.setting("prompt"));
  }

  @Override
  public Answer complete(SocialCallback callback, JsonNode config, Outside outside) {
    var credential = callback.text("credential");
    if (credential.isEmpty()) {
      return super.complete(callback, config, outside);
    }
    var rules = new IdTokenRules(outside.endpoint(KEYS), ISSUERS, read(config).id());
    JsonNode claims = idTokens.verify(credential.get(), rules, outside);
    return new Answer(
        Fields.read(claims, SOCIAL_INVALID_ID_TOKEN, in -> StandardClaims.of(in, claims)));
  }

  @Override
  public boolean prompts() {
    return true;
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return StandardClaims.of(in, raw);
  }
}
