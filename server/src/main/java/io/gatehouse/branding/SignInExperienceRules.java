package io.gatehouse.branding;

import io.gatehouse.branding.ConnectorKinds.Present;
import io.gatehouse.branding.phrase.CustomPhrases;
import io.gatehouse.branding.profilefield.ProfileFields;
import io.gatehouse.credential.PasswordPolicy;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which changes of the settings are accepted, checked in the contract's order. */
@Singleton
class SignInExperienceRules {
  private static final int SAMPLES = 20;

  private final ConnectorKinds connectors;
  private final UsernameKeyStore usernames;
  private final CustomPhrases customPhrases;
  private final ProfileFields fields;
  private final InstantSource clock;

  SignInExperienceRules(
      ConnectorKinds connectors,
      UsernameKeyStore usernames,
      CustomPhrases customPhrases,
      ProfileFields fields,
      InstantSource clock) {
    this.connectors = connectors;
    this.usernames = usernames;
    this.customPhrases = customPhrases;
    this.fields = fields;
    this.clock = clock;
  }

  /** The settings after the change, or the end of the request. */
  SignInExperience apply(TenantId tenant, SignInExperience before, SignInExperiencePatch patch) {
    SignInExperience after = patch.applyTo(before);
    Present present = connectors.of(tenant);
    profileFields(patch.signUpProfileFields().value());
    csp(patch.customUiCsp());
    language(tenant, patch.languageInfo());
    usernamePolicy(tenant, before, patch.usernamePolicy());
    passwordPolicy(patch.passwordPolicy());
    if (patch.signUp() != null) {
      SignInExperienceChecks.signUp(after.signUp(), present);
    }
    if (patch.signIn() != null) {
      SignInExperienceChecks.signIn(after, present);
    }
    if (patch.mfa() != null) {
      SecurityChecks.mfa(after);
    }
    if (patch.adaptiveMfa() != null || patch.mfa() != null && !patch.mfa().factors().isEmpty()) {
      SecurityChecks.adaptive(after);
    }
    if (patch.forgotPasswordMethods().isSet()) {
      SecurityChecks.forgotPassword(after.forgotPasswordMethods(), present);
    }
    Policies.PasswordExpiration expiration =
        SecurityChecks.expiration(after, patch.passwordExpiration(), present, clock.millis());
    if (Boolean.TRUE.equals(patch.hideLogtoBranding())) {
      throw RequestError.invalidInput("hideLogtoBranding cannot be switched on here.");
    }
    if (patch.emailBlocklistPolicy() != null) {
      SecurityChecks.blocklist(patch.emailBlocklistPolicy());
    }
    List<String> targets = after.socialSignInConnectorTargets();
    return after.with(
        expiration,
        patch.socialSignInConnectorTargets() == null
            ? targets
            : targets.stream().filter(present::hasTarget).toList(),
        patch.signUpProfileFields().isSet()
            ? known(tenant, after.signUpProfileFields())
            : after.signUpProfileFields());
  }

  /** The settings once a connector has just been deleted, or the end of the request. */
  SignInExperience withoutConnector(TenantId tenant, SignInExperience before) {
    Present present = connectors.fresh(tenant);
    SecurityChecks.expiration(before, null, present, clock.millis());
    return before.with(
        before.passwordExpiration(),
        before.socialSignInConnectorTargets().stream().filter(present::hasTarget).toList(),
        before.signUpProfileFields());
  }

  /** Without names that no profile field has: they are dropped silently. */
  private @Nullable List<Policies.ProfileField> known(
      TenantId tenant, @Nullable List<Policies.ProfileField> wanted) {
    if (wanted == null) {
      return null;
    }
    Set<String> names = fields.names(tenant);
    return wanted.stream().filter(field -> names.contains(field.name())).toList();
  }

  private static void profileFields(@Nullable List<Policies.ProfileField> fields) {
    if (fields != null) {
      Set<String> names = new HashSet<>();
      if (!fields.stream().allMatch(field -> names.add(field.name()))) {
        throw RequestError.invalidInput("A profile field is named twice.");
      }
    }
  }

  private static void csp(Looks.@Nullable CustomUiCsp csp) {
    if (csp != null
        && (csp.scriptSrc() != null && !csp.scriptSrc().isEmpty()
            || csp.connectSrc() != null && !csp.connectSrc().isEmpty())) {
      throw RequestError.invalidInput("Sources for custom pages cannot be set here.");
    }
  }

  private void language(TenantId tenant, Looks.@Nullable LanguageInfo info) {
    if (info != null
        && customPhrases.languages(tenant).supported().stream()
            .map(Language::tag)
            .noneMatch(tag -> tag.equals(info.fallbackLanguage()))) {
      throw SignInExperienceError.UNSUPPORTED_DEFAULT_LANGUAGE.exception(
          Map.of("language", info.fallbackLanguage()));
    }
  }

  private static void passwordPolicy(@Nullable PasswordPolicy policy) {
    if (policy != null && policy.acceptsNothing()) {
      throw RequestError.invalidInput("The least length of passwords is above the greatest.");
    }
  }

  private void usernamePolicy(
      TenantId tenant, SignInExperience before, Policies.@Nullable Username policy) {
    if (policy == null || policy.caseSensitive() == before.usernamePolicy().caseSensitive()) {
      return;
    }
    if (!policy.caseSensitive()) {
      List<UsernameKeyStore.Conflict> conflicts = usernames.conflicts(tenant);
      if (!conflicts.isEmpty()) {
        throw SignInExperienceError.USERNAME_POLICY_CASE_CONFLICTS_EXIST.withData(
            ConflictList.of(conflicts, SAMPLES));
      }
    }
    usernames.rewrite(tenant, policy.caseSensitive());
  }

  /** Names that differ in case only, some of them. */
  record ConflictList(int totalConflicts, List<UsernameKeyStore.Conflict> samples) {
    static ConflictList of(List<UsernameKeyStore.Conflict> conflicts, int most) {
      return new ConflictList(conflicts.size(), conflicts.stream().limit(most).toList());
    }
  }
}
