package io.gatehouse.branding.application;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.metadata.Introduction;
import io.gatehouse.application.metadata.Introductions;
import io.gatehouse.branding.Looks;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an application changes of the tenant's sign-in settings; what it leaves out is the tenant's.
 *
 * @param displayName what people know the application by
 * @param inLanguages how it introduces itself to those who read single languages
 */
public record ApplicationExperience(
    TenantId tenantId,
    String applicationId,
    Color color,
    Looks.Branding branding,
    @Nullable String customCss,
    @Nullable String termsOfUseUrl,
    @Nullable String privacyPolicyUrl,
    @Nullable String displayName,
    @JsonIgnore Map<String, Introduction> inLanguages) {

  public ApplicationExperience {
    inLanguages = Map.copyOf(inLanguages);
  }

  /** An application that changes nothing. */
  static ApplicationExperience none(TenantId tenant, String applicationId) {
    return new ApplicationExperience(
        tenant,
        applicationId,
        new Color(null, null, null),
        new Looks.Branding(null, null, null, null),
        null,
        null,
        null,
        null,
        Map.of());
  }

  /** Of a client that nobody has registered: what it says of itself. */
  static ApplicationExperience described(
      TenantId tenant, String applicationId, Introductions introductions) {
    Introduction usual = introductions.usual();
    return new ApplicationExperience(
        tenant,
        applicationId,
        new Color(null, null, null),
        new Looks.Branding(usual.logo(), null, null, null),
        null,
        usual.terms(),
        usual.privacy(),
        usual.name(),
        introductions.inLanguages());
  }

  /** As people see it who read this language. */
  ApplicationExperience in(Language language) {
    Introduction own =
        new Introductions(
                new Introduction(displayName, branding.logoUrl(), termsOfUseUrl, privacyPolicyUrl),
                inLanguages)
            .in(language);
    return new ApplicationExperience(
        tenantId,
        applicationId,
        color,
        new Looks.Branding(own.logo(), null, null, null).over(branding),
        customCss,
        own.terms(),
        own.privacy(),
        own.name(),
        inLanguages);
  }

  /** Every picture that it introduces itself with. */
  List<String> logos() {
    return Stream.concat(
            Stream.of(branding.logoUrl(), branding.darkLogoUrl()),
            inLanguages.values().stream().map(Introduction::logo))
        .flatMap(Stream::ofNullable)
        .toList();
  }

  /** Puts what the application changes over the tenant's settings as anybody may see them. */
  public void layOver(ObjectNode settings) {
    ((ObjectNode) settings.path("color")).setAll(JsonCodec.mapper().<ObjectNode>valueToTree(color));
    ((ObjectNode) settings.path("branding"))
        .setAll(JsonCodec.mapper().<ObjectNode>valueToTree(branding));
    if (customCss != null) {
      settings.put("customCss", customCss);
    }
  }

  /** The brand colour, each part of it only where it differs. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Color(
      @Nullable @Pattern(regexp = Looks.HEX) String primaryColor,
      @Nullable Boolean isDarkModeEnabled,
      @Nullable @Pattern(regexp = Looks.HEX) String darkPrimaryColor) {

    /** The tenant's colour with this over it. */
    public Looks.Color over(Looks.Color tenant) {
      return new Looks.Color(
          primaryColor == null ? tenant.primaryColor() : primaryColor,
          isDarkModeEnabled == null ? tenant.isDarkModeEnabled() : isDarkModeEnabled,
          darkPrimaryColor == null ? tenant.darkPrimaryColor() : darkPrimaryColor);
    }
  }
}
