package io.gatehouse.interaction.step.mfa;

import io.gatehouse.branding.Methods;
import io.gatehouse.branding.Policies;
import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.Policies.MfaPolicy;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.user.SignInUser;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a person stands with further factors at the end of a sign-in, when it is written. */
record Standing(Journey journey, SignInUser person, Set<Factor> linked) {
  static Standing of(Journey journey, SignInUser person) {
    return new Standing(journey, person, Factors.linked(journey, person));
  }

  /** Whether they want one, as they said now or before; null while they have not said so. */
  @Nullable Boolean enabled() {
    Boolean said = journey.state().mfa().mfaEnabled();
    return said == null ? person.secondStep().enabled() : said;
  }

  /** Whether an organization of theirs asks for one, and the tenant heeds that. */
  boolean demanded() {
    return person.secondStep().demanded()
        && journey.experience().mfa().organizationRequiredMfaPolicy()
            == Policies.OrganizationMfaPolicy.MANDATORY;
  }

  /** Whether it is theirs to decide. */
  boolean skippable() {
    return policy().skippable() && !demanded();
  }

  /** Whether they are asked whether they want one. */
  boolean isAskedWhether() {
    return skippable()
        && policy() != MfaPolicy.NO_PROMPT
        && !(registers() && policy().onlyAtSignIn())
        && !skipped();
  }

  /** Whether they have to have one before they go on. */
  boolean isAskedToBind() {
    if (registers() && policy().onlyAtSignIn()) {
      return false;
    }
    return demanded() || policy() != MfaPolicy.NO_PROMPT && !(policy().skippable() && skipped());
  }

  /** Whether they have one that is more than backup codes. */
  boolean hasOne() {
    return offered().stream().anyMatch(linked::contains);
  }

  /**
   * Whether another factor is suggested: to those who have only what they sign in with anyway, and
   * could have something else.
   */
  boolean isOfferedAnother() {
    return !Boolean.TRUE.equals(journey.state().mfa().suggestionSkipped())
        && !person.secondStep().suggestionSkipped()
        && !linked.containsAll(offered())
        && linked.stream().allMatch(this::signsIn);
  }

  /** Whether the factor is there because the person signs in with it. */
  private boolean signsIn(Factor factor) {
    List<Methods.SignUpIdentifier> asked = signUpIdentifiers();
    return switch (factor) {
      case TOTP, BACKUP_CODE -> false;
      case WEB_AUTHN -> passkeysSignIn();
      case EMAIL_CODE ->
          asked.contains(Methods.SignUpIdentifier.EMAIL)
              || asked.contains(Methods.SignUpIdentifier.EMAIL_OR_PHONE);
      case PHONE_CODE ->
          asked.contains(Methods.SignUpIdentifier.PHONE)
              || asked.contains(Methods.SignUpIdentifier.EMAIL_OR_PHONE);
    };
  }

  /** Whether their passkey is what they sign in with. */
  boolean passkeySignsIn() {
    return passkeysSignIn() && linked.contains(Factor.WEB_AUTHN);
  }

  /** Whether backup codes have to come beside it, and there are none. */
  boolean lacksBackupCodes() {
    return journey.experience().mfa().factors().contains(Factor.BACKUP_CODE)
        && !linked.contains(Factor.BACKUP_CODE);
  }

  List<Factor> offered() {
    return Factors.offered(journey.experience());
  }

  private List<Methods.SignUpIdentifier> signUpIdentifiers() {
    Methods.SignUp signUp = journey.experience().signUp();
    return Stream.concat(
            signUp.identifiers().stream().map(Methods.SignUpIdentifier::of),
            signUp.secondary().stream().map(Methods.Secondary::identifier))
        .toList();
  }

  private boolean passkeysSignIn() {
    return Boolean.TRUE.equals(journey.experience().passkeySignIn().enabled());
  }

  private boolean skipped() {
    return Boolean.TRUE.equals(journey.state().mfa().mfaSkipped()) || person.secondStep().skipped();
  }

  private boolean registers() {
    return journey.state().interactionEvent() == InteractionEvent.REGISTER;
  }

  private MfaPolicy policy() {
    return journey.experience().mfa().policy();
  }
}
