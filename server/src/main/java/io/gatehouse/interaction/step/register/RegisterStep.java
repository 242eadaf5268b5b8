package io.gatehouse.interaction.step.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.administrator.Administrators;
import io.gatehouse.branding.EmailBlocklistRules;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.JourneyEvents;
import io.gatehouse.interaction.step.PendingProfile;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.captcha.CaptchaStep;
import io.gatehouse.interaction.step.profile.CompleteProfile;
import io.gatehouse.interaction.step.profile.ProfileRules;
import io.gatehouse.interaction.step.social.SocialIdentification;
import io.gatehouse.interaction.step.sso.SsoDomains;
import io.gatehouse.interaction.step.sso.SsoIdentification;
import io.gatehouse.interaction.step.sso.SsoLinking;
import io.gatehouse.organization.jit.JustInTime;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.NewUser;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes an account of what the person proved and chose. */
@Singleton
public class RegisterStep {
  private final Checks checks;
  private final Places places;
  private final Vouched vouched;
  private final JourneyEvents events;
  private final Db db;

  RegisterStep(Checks checks, Places places, Vouched vouched, JourneyEvents events, Db db) {
    this.checks = checks;
    this.places = places;
    this.vouched = vouched;
    this.events = events;
    this.db = db;
  }

  /** What must hold before there is an account. */
  @Singleton
  record Checks(ProfileRules profile, CompleteProfile complete, SsoDomains domains) {}

  /** Who others say that a newcomer is. */
  @Singleton
  record Vouched(SocialIdentification social, SsoIdentification enterprise, SsoLinking linking) {}

  /** Where a newcomer gets a place. */
  @Singleton
  record Places(Users users, Administrators administrators, JustInTime justInTime) {}

  /**
   * Takes over what the proof is worth and checks that it can become an account. What is answered
   * is worth keeping even when {@link #create} then refuses.
   */
  public InteractionState gather(Journey journey, @Nullable VerificationRecord record) {
    String claimed = record == null ? null : claimedEmail(record);
    requireOpen(journey, claimed, false);
    PendingProfile profile = record == null ? journey.state().profile() : taken(journey, record);
    if (!Objects.equals(claimed, profile.primaryEmail())) {
      requireOpen(journey, profile.primaryEmail(), profile.enterpriseSsoIdentity() != null);
    }
    checks.profile().check(journey, profile, null);
    return journey.state().with(profile);
  }

  /**
   * The address that a proof is about, before it is asked whether it proves anything: who may not
   * register with it is told so rather than to go on proving.
   */
  private static @Nullable String claimedEmail(VerificationRecord record) {
    Identifier claimed =
        switch (record) {
          case VerificationRecord.NewIdentity identity -> identity.identifier();
          case VerificationRecord.Code code -> code.identifier();
          case VerificationRecord.OneTimeToken token -> token.identifier();
          case VerificationRecord.Password password -> password.identifier();
          case VerificationRecord.Social account -> null;
          case VerificationRecord.EnterpriseSso account -> null;
          case VerificationRecord.SecondFactor factor -> null;
          case VerificationRecord.SignInPasskey passkey -> null;
        };
    return claimed != null && claimed.type() == IdentifierType.EMAIL ? claimed.value() : null;
  }

  private void requireOpen(Journey journey, @Nullable String email, boolean ofEnterprise) {
    if (!ofEnterprise) {
      checks.domains().refuseOwned(journey, email);
    }
    EmailBlocklistRules.check(journey.experience().emailBlocklistPolicy(), email);
  }

  /** Makes the account; from here on the interaction is its owner's. */
  public InteractionState create(Journey journey) {
    if (!journey.experience().registers() && !journey.state().invited()) {
      throw StepError.FORBIDDEN.exception();
    }
    CaptchaStep.require(journey);
    checks.complete().require(journey, null);
    PendingProfile profile = journey.state().profile();
    NewUser wanted =
        new NewUser(
            profile.username(),
            profile.primaryEmail(),
            profile.primaryPhone(),
            profile.name(),
            profile.avatar(),
            Objects.requireNonNullElseGet(profile.profile(), JsonCodec::object),
            Objects.requireNonNullElseGet(profile.customData(), JsonCodec::object),
            profile.password(),
            profile.socialIdentity() == null ? Map.of() : profile.socialIdentity().asIdentities(),
            journey.interaction().applicationId(),
            withoutSecondStep());
    User user =
        db.transaction(
            journey.tenantId(),
            () -> {
              User made = account(journey, wanted);
              vouched.linking().link(journey, made.id());
              events.wrote(journey, HookEvent.USER_CREATED, made.id());
              join(journey, made);
              return made;
            });
    return journey.state().with(PendingProfile.EMPTY).identified(user.id());
  }

  /** Nobody begins with a second step: they are asked whether they want one. */
  private static ObjectNode withoutSecondStep() {
    ObjectNode settings = JsonCodec.object();
    settings.putObject("mfa").put("enabled", false);
    return settings;
  }

  private User account(Journey journey, NewUser wanted) {
    Administrators administrators = places.administrators();
    return administrators.awaitsTheFirst(journey.tenantId())
        ? administrators.createFirst(wanted).orElseThrow(StepError.FORBIDDEN::exception)
        : places.users().create(journey.tenantId(), wanted);
  }

  /** Lets the new person into the organizations of their token, and that their domain opens. */
  private void join(Journey journey, User person) {
    places
        .justInTime()
        .join(
            journey.tenantId(),
            person.id(),
            verifiedEmail(journey, person),
            journey.state().invitations())
        .forEach(organization -> events.joined(journey, organization, person.id()));
  }

  /** The address, unless it was only typed, or an enterprise has opened its doors already. */
  private static @Nullable String verifiedEmail(Journey journey, User person) {
    if (journey.state().profile().enterpriseSsoIdentity() != null) {
      return null;
    }
    boolean typed =
        journey.state().verificationRecords().stream()
            .anyMatch(record ->
                record instanceof VerificationRecord.NewIdentity identity
                    && identity.identifier().type() == IdentifierType.EMAIL);
    return typed ? null : person.primaryEmail();
  }

  private PendingProfile taken(Journey journey, VerificationRecord record) {
    if (!record.verified()) {
      throw StepError.NOT_VERIFIED.exception();
    }
    PendingProfile profile = journey.state().profile();
    return switch (record) {
      case VerificationRecord.NewIdentity identity ->
          profile.with(identity.identifier()).with(identity.password());
      case VerificationRecord.Code code -> profile.with(code.identifier());
      case VerificationRecord.OneTimeToken token -> profile.with(token.identifier());
      case VerificationRecord.Social account -> vouched.social().newcomer(journey, account);
      case VerificationRecord.EnterpriseSso account ->
          vouched.enterprise().newcomer(journey, account);
      case VerificationRecord.Password password -> throw StepError.NOT_VERIFIED.exception();
      case VerificationRecord.SecondFactor factor -> throw StepError.NOT_VERIFIED.exception();
      case VerificationRecord.SignInPasskey passkey -> throw StepError.NOT_VERIFIED.exception();
    };
  }
}
