package io.gatehouse.branding.organization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.Looks;
import io.gatehouse.branding.application.ApplicationExperience;
import io.gatehouse.platform.json.JsonCodec;
import org.jspecify.annotations.Nullable;

/** What an organization changes of the looks of the sign-in pages. */
public record OrganizationLook(
    ApplicationExperience.Color color, Looks.Branding branding, @Nullable String customCss) {

  /** Puts it over the settings as anybody may see them. */
  public void layOver(ObjectNode settings) {
    ((ObjectNode) settings.path("color")).setAll(JsonCodec.mapper().<ObjectNode>valueToTree(color));
    ((ObjectNode) settings.path("branding"))
        .setAll(JsonCodec.mapper().<ObjectNode>valueToTree(branding));
    if (customCss != null) {
      settings.put("customCss", customCss);
    }
  }
}
