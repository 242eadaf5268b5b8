package io.gatehouse.branding.wellknown;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.ConnectorKinds;
import io.gatehouse.branding.ConnectorKinds.Present;
import io.gatehouse.branding.Policies;
import io.gatehouse.branding.Policies.ForgotPasswordMethod;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.SignInExperienceRow;
import io.gatehouse.branding.captcha.CaptchaProvider;
import io.gatehouse.branding.captcha.CaptchaProviders;
import io.gatehouse.branding.profilefield.ProfileField;
import io.gatehouse.branding.profilefield.ProfileFields;
import io.gatehouse.enterprise.SsoButton;
import io.gatehouse.enterprise.SsoButtons;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings as anybody may see them, with what a page needs besides. */
@Singleton
class PublicExperience {
  private final ConnectorKinds connectors;
  private final SsoButtons enterprises;
  private final ProfileFields profileFields;
  private final CaptchaProviders captchas;
  private final OneTapPrompt oneTap;

  PublicExperience(
      ConnectorKinds connectors,
      SsoButtons enterprises,
      ProfileFields profileFields,
      CaptchaProviders captchas,
      OneTapPrompt oneTap) {
    this.connectors = connectors;
    this.enterprises = enterprises;
    this.profileFields = profileFields;
    this.captchas = captchas;
    this.oneTap = oneTap;
  }

  /**
   * The settings for a page.
   *
   * @param languages tags of the reader's languages, the best first
   */
  ObjectNode of(TenantId tenant, SignInExperience experience, List<String> languages) {
    ObjectNode body = JsonCodec.mapper().valueToTree(new SignInExperienceRow(tenant, experience));
    body.remove(List.of("emailBlocklistPolicy", "forgotPasswordMethods"));
    Present present = connectors.of(tenant);
    var social = body.putArray("socialConnectors");
    for (String target : experience.socialSignInConnectorTargets()) {
      present.social().stream()
          .filter(each -> each.target().equals(target))
          .forEach(each -> social.add(each.view()));
    }
    List<SsoButton> sso =
        experience.singleSignOnEnabled() ? enterprises.of(tenant, languages) : List.of();
    body.set("ssoConnectors", JsonCodec.mapper().valueToTree(sso));
    forgotPassword(body, present, experience.forgotPasswordMethods());
    body.put("isDevelopmentTenant", false);
    oneTap
        .find(tenant)
        .filter(prompt -> experience.socialSignInConnectorTargets().contains(prompt.target()))
        .ifPresent(prompt -> body.set("googleOneTap", prompt.settings()));
    if (experience.captchaPolicy().on()) {
      captchas.find(tenant).ifPresent(provider -> captcha(body, provider));
    }
    List<ProfileField> catalogue = profileFields.all(tenant);
    body.set("customProfileFields", list(asked(experience, catalogue)));
    body.set("customProfileFieldCatalog", list(catalogue));
    return body;
  }

  private static ArrayNode list(List<ProfileField> fields) {
    return JsonCodec.mapper().valueToTree(fields);
  }

  /** The fields of the registration's form, in its order; all of them where it names none. */
  private static List<ProfileField> asked(
      SignInExperience experience, List<ProfileField> catalogue) {
    List<Policies.ProfileField> named = experience.signUpProfileFields();
    if (named == null) {
      return catalogue;
    }
    Map<String, ProfileField> known =
        catalogue.stream().collect(Collectors.toMap(ProfileField::name, Function.identity()));
    return named.stream().flatMap(one -> Stream.ofNullable(known.get(one.name()))).toList();
  }

  /** What a page needs to show the provider's widget; its secrets stay here. */
  private static void captcha(ObjectNode body, CaptchaProvider provider) {
    body.set(
        "captchaConfig", provider.config().deepCopy().retain("type", "siteKey", "domain", "mode"));
  }

  private static void forgotPassword(
      ObjectNode body, Present present, @Nullable List<ForgotPasswordMethod> methods) {
    body.putObject("forgotPassword")
        .put(
            "email",
            present.email()
                && (methods == null || methods.contains(ForgotPasswordMethod.EMAIL_CODE)))
        .put(
            "phone",
            present.sms()
                && (methods == null || methods.contains(ForgotPasswordMethod.PHONE_CODE)));
  }
}
