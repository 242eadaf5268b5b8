package io.gatehouse.connectors.google;

import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator enters. The settings of the One Tap prompt are the page's; here they are
 * only looked at.
 */
record GoogleConfig(
    String clientId,
    String clientSecret,
    @Nullable String scope,
    List<String> prompts,
    boolean offlineAccess) {

  private static final List<String> PROMPTS = List.of("none", "consent", "select_account");

  static GoogleConfig of(JsonNode json) {
    return Fields.read(json, INVALID_CONFIG, GoogleConfig::of);
  }

  private static GoogleConfig of(Fields in) {
    in.nested("oneTap", GoogleConfig::oneTap);
    var prompts = in.texts("prompts");
    if (!PROMPTS.containsAll(prompts)) {
      in.refuse("prompts", "Must be of " + String.join(", ", PROMPTS) + ".");
    }
    return new GoogleConfig(
        in.text("clientId"),
        in.text("clientSecret"),
        in.optionalText("scope"),
        prompts,
        in.flag("offlineAccess"));
  }

  private static boolean oneTap(Fields in) {
    in.flag("autoSelect");
    in.flag("closeOnTapOutside");
    in.flag("itpSupport");
    return in.flag("isEnabled");
  }

  String scopeOrDefault() {
    return scope == null || scope.isBlank() ? "openid profile email" : scope;
  }
}
