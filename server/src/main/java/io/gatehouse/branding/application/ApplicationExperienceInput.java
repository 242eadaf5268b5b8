package io.gatehouse.branding.application;

import io.gatehouse.application.metadata.Introduction;
import io.gatehouse.branding.Looks;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.Url;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an application is to change; the members that are left out stay as they are. */
@Input
record ApplicationExperienceInput(
    ApplicationExperience.@Nullable Color color,
    Looks.@Nullable Branding branding,
    Change<@EmptyIsNull String> customCss,
    Change<@EmptyIsNull @Url @Size(max = 2048) String> termsOfUseUrl,
    Change<@EmptyIsNull @Url @Size(max = 2048) String> privacyPolicyUrl,
    Change<@EmptyIsNull @Size(max = 256) String> displayName) {

  boolean isEmpty() {
    return color == null
        && branding == null
        && !customCss.isSet()
        && !termsOfUseUrl.isSet()
        && !privacyPolicyUrl.isSet()
        && !displayName.isSet();
  }

  /** What is written here counts in every language but these. */
  ApplicationExperience applyTo(
      ApplicationExperience before, Map<String, Introduction> inLanguages) {
    return new ApplicationExperience(
        before.tenantId(),
        before.applicationId(),
        color == null ? before.color() : color,
        branding == null ? before.branding() : branding,
        customCss.applyTo(before.customCss()),
        termsOfUseUrl.applyTo(before.termsOfUseUrl()),
        privacyPolicyUrl.applyTo(before.privacyPolicyUrl()),
        displayName.applyTo(before.displayName()),
        inLanguages);
  }
}
