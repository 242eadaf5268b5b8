package io.gatehouse.interaction.step.identify;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Methods;
import io.gatehouse.branding.Policies;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.interaction.step.Identification;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.passkey.PasskeyIdentification;
import io.gatehouse.interaction.step.social.SocialIdentification;
import io.gatehouse.interaction.step.sso.SsoDomains;
import io.gatehouse.interaction.step.sso.SsoIdentification;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides who the person is, from one of their proofs, at a sign-in or for a forgotten password.
 */
@Singleton
public class IdentifyStep {
  private final Users users;
  private final SocialIdentification social;
  private final SsoIdentification enterprise;
  private final PasskeyIdentification passkeys;
  private final SsoDomains domains;

  IdentifyStep(
      Users users,
      SocialIdentification social,
      SsoIdentification enterprise,
      PasskeyIdentification passkeys,
      SsoDomains domains) {
    this.users = users;
    this.social = social;
    this.enterprise = enterprise;
    this.passkeys = passkeys;
    this.domains = domains;
  }

  /**
   * Identifies by the proof.
   *
   * @param linkRelated whether a social newcomer is to be joined with the account of their address
   */
  public InteractionState identify(
      Journey journey, VerificationRecord record, boolean linkRelated) {
    allow(journey, record);
    return switch (record) {
      case VerificationRecord.Social account -> social.identify(journey, account, linkRelated);
      case VerificationRecord.EnterpriseSso account -> enterprise.identify(journey, account);
      case VerificationRecord.Password password ->
          known(journey, verified(password, password.identifier()));
      case VerificationRecord.Code code -> known(journey, verified(code, code.identifier()));
      case VerificationRecord.OneTimeToken token ->
          known(journey, verified(token, token.identifier()));
      case VerificationRecord.SignInPasskey passkey -> passkeys.identify(journey, passkey);
      case VerificationRecord.NewIdentity identity ->
          throw StepError.METHOD_NOT_ENABLED.exception();
      case VerificationRecord.SecondFactor factor -> throw StepError.METHOD_NOT_ENABLED.exception();
    };
  }

  /** Refuses a kind of proof that the settings do not allow; no database is asked for it. */
  public void allow(Journey journey, VerificationRecord record) {
    if (record instanceof VerificationRecord.OneTimeToken) {
      return; // Whoever made the token has decided.
    }
    SignInExperience experience = journey.experience();
    if (journey.state().interactionEvent() == InteractionEvent.FORGOT_PASSWORD) {
      if (!recovers(experience, record)) {
        throw StepError.METHOD_NOT_FOR_FORGOT_PASSWORD.exception();
      }
      return;
    }
    if (!experience.signsIn()) {
      throw StepError.FORBIDDEN.exception();
    }
    boolean enabled =
        switch (record) {
          case VerificationRecord.Password password ->
              enabled(experience, password.identifier(), Methods.Method::password);
          case VerificationRecord.Code code ->
              enabled(experience, code.identifier(), Methods.Method::verificationCode);
          case VerificationRecord.Social account -> true;
          case VerificationRecord.EnterpriseSso account -> experience.singleSignOnEnabled();
          case VerificationRecord.OneTimeToken token -> true;
          case VerificationRecord.NewIdentity identity -> false;
          case VerificationRecord.SecondFactor factor -> false;
          case VerificationRecord.SignInPasskey passkey -> experience.passkeySignIn().on();
        };
    if (!enabled) {
      throw StepError.METHOD_NOT_ENABLED.exception();
    }
    domains.refuseOwned(journey, email(record));
  }

  /** The address that a proof is about; those of an enterprise are its own business. */
  private static @Nullable String email(VerificationRecord record) {
    return switch (record) {
      case VerificationRecord.Password password -> email(password.identifier());
      case VerificationRecord.Code code -> email(code.identifier());
      case VerificationRecord.Social account ->
          account.socialUserInfo() == null
              ? null
              : account.socialUserInfo().path("email").textValue();
      case VerificationRecord.OneTimeToken token -> null;
      case VerificationRecord.NewIdentity identity -> null;
      case VerificationRecord.EnterpriseSso account -> null;
      case VerificationRecord.SecondFactor factor -> null;
      case VerificationRecord.SignInPasskey passkey -> null;
    };
  }

  private static @Nullable String email(Identifier identifier) {
    return identifier.type() == IdentifierType.EMAIL ? identifier.value() : null;
  }

  private InteractionState known(Journey journey, Identifier identifier) {
    SignInUser person =
        users
            .forSignIn(journey.tenantId(), identifier)
            .orElseThrow(() ->
                StepError.USER_NOT_FOUND.exception(
                    Map.of("identifier", identifier.value()),
                    Map.of("identifier", identifier.value())));
    return Identification.accepted(journey.state(), person.user());
  }

  private static Identifier verified(VerificationRecord record, Identifier identifier) {
    if (!record.verified()) {
      throw StepError.NOT_VERIFIED.exception();
    }
    return identifier;
  }

  private static boolean enabled(
      SignInExperience experience, Identifier identifier, Predicate<Methods.Method> factor) {
    return experience.signIn().of(identifier.type()).filter(factor).isPresent();
  }

  private static boolean recovers(SignInExperience experience, VerificationRecord record) {
    if (!(record instanceof VerificationRecord.Code code)) {
      return false;
    }
    List<Policies.ForgotPasswordMethod> methods = experience.forgotPasswordMethods();
    return methods == null
        || methods.contains(
            code.identifier().type() == IdentifierType.EMAIL
                ? Policies.ForgotPasswordMethod.EMAIL_CODE
                : Policies.ForgotPasswordMethod.PHONE_CODE);
  }
}
