package io.gatehouse.signin.identify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.ConnectorKinds;
import io.gatehouse.branding.page.SocialButton;
import io.gatehouse.branding.page.Ways;
import io.gatehouse.branding.wellknown.OneTapPrompt;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.signin.Scene;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The social providers as a page offers them: by their buttons, and by Google's own prompt. */
@Singleton
public class Providers {
  private final ConnectorKinds connectors;
  private final OneTapPrompt prompts;

  Providers(ConnectorKinds connectors, OneTapPrompt prompts) {
    this.connectors = connectors;
    this.prompts = prompts;
  }

  List<SocialButton> buttons(Scene scene) {
    return connectors.buttons(scene.tenant(), scene.experience()).stream()
        .map(each -> FirstStep.button(each, scene.language()))
        .toList();
  }

  /** What a connector is called. */
  Optional<String> name(TenantId tenant, String connectorId, Language language) {
    return connectors.of(tenant).social().stream()
        .filter(each -> each.id().equals(connectorId))
        .findFirst()
        .map(each -> each.name(language));
  }

  /** The prompt, where its connector is switched on and wants it. */
  Optional<Ways.Prompt> prompt(Scene scene) {
    return shown(scene).map(shown -> new Ways.Prompt(settings(shown.settings()).toString()));
  }

  /** The connector whose prompt the pages show. */
  public Optional<String> prompting(Scene scene) {
    return shown(scene).map(shown -> shown.settings().path("connectorId").asText());
  }

  private Optional<OneTapPrompt.Shown> shown(Scene scene) {
    List<String> targets = scene.experience().socialSignInConnectorTargets();
    return targets.isEmpty()
        ? Optional.empty()
        : prompts
            .find(scene.tenant())
            .filter(shown -> targets.contains(shown.target()))
            .filter(shown -> shown.settings().path("isEnabled").asBoolean());
  }

  /** As Google's script calls them; it has a mind of its own where one is missing. */
  private static ObjectNode settings(ObjectNode ours) {
    ObjectNode theirs = JsonCodec.object().put("client_id", ours.path("clientId").asText());
    named(ours, "autoSelect", theirs, "auto_select");
    named(ours, "closeOnTapOutside", theirs, "cancel_on_tap_outside");
    named(ours, "itpSupport", theirs, "itp_support");
    return theirs;
  }

  private static void named(ObjectNode ours, String name, ObjectNode theirs, String called) {
    if (ours.path(name).isBoolean()) {
      theirs.set(called, ours.get(name));
    }
  }
}
