package io.gatehouse.interaction.step.submit;

import io.gatehouse.credential.PasswordHash;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.InteractionResult;
import io.gatehouse.interaction.Interactions;
import io.gatehouse.interaction.step.IdentifiedPerson;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.JourneyEvents;
import io.gatehouse.interaction.step.PendingMfa;
import io.gatehouse.interaction.step.PendingProfile;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.action.SignInAction;
import io.gatehouse.interaction.step.captcha.CaptchaStep;
import io.gatehouse.interaction.step.mfa.BindingOffers;
import io.gatehouse.interaction.step.mfa.BoundFactors;
import io.gatehouse.interaction.step.mfa.SecondFactorCheck;
import io.gatehouse.interaction.step.mfa.adaptive.AdaptiveCheck;
import io.gatehouse.interaction.step.passkey.PasskeyOffer;
import io.gatehouse.interaction.step.profile.CompleteProfile;
import io.gatehouse.interaction.step.profile.ProfileRules;
import io.gatehouse.interaction.step.social.TokenKeeping;
import io.gatehouse.interaction.step.sso.SsoLinking;
import io.gatehouse.organization.jit.JustInTime;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.User;
import io.gatehouse.user.UserChange;
import io.gatehouse.user.UserError;
import io.gatehouse.user.Users;
import io.gatehouse.user.device.TrustedDevices;
import io.gatehouse.user.sso.SsoIdentity;
import jakarta.inject.Singleton;
import java.util.Map;

/** Ends an interaction: checks that nothing is missing, writes the account, says who signed in. */
@Singleton
public class SubmitStep {
  private final Users users;
  private final IdentifiedPerson identified;
  private final SecondFactor second;
  private final ProfileRules rules;
  private final CompleteProfile complete;
  private final TokenKeeping tokens;
  private final JustInTime justInTime;
  private final SsoLinking enterprise;
  private final Interactions interactions;
  private final JourneyEvents events;
  private final SignInAction action;
  private final Db db;

  SubmitStep(
      Users users,
      IdentifiedPerson identified,
      SecondFactor second,
      ProfileRules rules,
      CompleteProfile complete,
      TokenKeeping tokens,
      JustInTime justInTime,
      SsoLinking enterprise,
      Interactions interactions,
      JourneyEvents events,
      SignInAction action,
      Db db) {
    this.users = users;
    this.identified = identified;
    this.second = second;
    this.rules = rules;
    this.complete = complete;
    this.tokens = tokens;
    this.justInTime = justInTime;
    this.enterprise = enterprise;
    this.interactions = interactions;
    this.events = events;
    this.action = action;
    this.db = db;
  }

  /** The rules of the second factor: whether it was shown, whether one is to be added. */
  @Singleton
  record SecondFactor(
      SecondFactorCheck check,
      BindingOffers offers,
      BoundFactors bound,
      AdaptiveCheck adaptive,
      TrustedDevices devices) {}

  /**
   * Ends a sign-in or a registration.
   *
   * @param direct whether the server's own pages drive it
   */
  public Interaction submit(Journey journey, boolean direct) {
    CaptchaStep.require(journey);
    return submit(journey, identified.of(journey), direct);
  }

  /** The same for a person who has just been read. */
  public Interaction submit(Journey journey, SignInUser person, boolean direct) {
    CaptchaStep.require(journey);
    User user = person.user();
    if (resets(journey)) {
      throw StepError.NOT_FOR_FORGOT_PASSWORD.exception();
    }
    if (user.suspended()) {
      throw UserError.SUSPENDED.exception();
    }
    second.check().require(journey, person);
    rules.check(journey, journey.state().profile(), user);
    complete.require(journey, user);
    PasskeyOffer.require(journey, person);
    Journey complete = journey.with(second.offers().require(journey, person));
    Interaction finished = finish(complete, user, direct);
    tokens.keep(journey, user.id());
    second.adaptive().remember(journey, user.id());
    return finished;
  }

  private Interaction finish(Journey journey, User user, boolean direct) {
    InteractionState state = journey.state();
    InteractionResult result =
        InteractionResult.login(user.id(), AuthenticationMethods.of(state, user), direct);
    boolean signsIn = state.interactionEvent() != InteractionEvent.REGISTER;
    UserChange added = signsIn ? action.change(journey, user).orElse(null) : null;
    if (state.profile().equals(PendingProfile.EMPTY)
        && state.mfa().equals(PendingMfa.EMPTY)
        && added == null
        && state.invitations().isEmpty()
        && !events.heard(journey, end(state))) {
      return interactions.signIn(journey.tenantId(), journey.interaction(), state.json(), result);
    }
    return db.transaction(
        journey.tenantId(),
        () -> {
          users.change(journey.tenantId(), user.id(), change(state.profile()));
          if (added != null) {
            users.change(journey.tenantId(), user.id(), added);
          }
          if (state.profile().password() != null || added != null && added.password() != null) {
            second.devices().removeAll(journey.tenantId(), user.id());
          }
          Interaction finished =
              interactions.finish(journey.tenantId(), journey.interaction(), state.json(), result);
          events.ended(journey, end(state), user.id());
          boolean linked = enterprise.link(journey, user.id());
          boolean bound = second.bound().write(journey, user.id());
          join(journey, user.id());
          if (added != null || linked || bound || writes(state.profile())) {
            events.wrote(journey, HookEvent.USER_DATA_UPDATED, user.id());
          }
          return finished;
        });
  }

  /** Whether anything changes but what an enterprise says of somebody whom it has linked before. */
  private static boolean writes(PendingProfile profile) {
    SsoIdentity identity = profile.enterpriseSsoIdentity();
    return !profile.equals(
        identity == null ? PendingProfile.EMPTY : PendingProfile.EMPTY.with(identity));
  }

  /** Lets the person into the organizations of their token; whoever registered is in already. */
  private void join(Journey journey, String userId) {
    justInTime
        .join(journey.tenantId(), userId, null, journey.state().invitations())
        .forEach(organization -> events.joined(journey, organization, userId));
  }

  /**
   * Ends the recovery of an account: writes the new password and forgets the interaction's state.
   */
  public Interaction reset(Journey journey) {
    CaptchaStep.require(journey);
    String userId = journey.state().userId();
    PasswordHash password = journey.state().profile().password();
    if (userId == null) {
      throw StepError.IDENTIFIER_NOT_FOUND.exception();
    }
    if (password == null) {
      throw StepError.NEW_PASSWORD_REQUIRED.exception();
    }
    return db.transaction(
        journey.tenantId(),
        () -> {
          users.change(journey.tenantId(), userId, UserChange.password(password));
          second.devices().removeAll(journey.tenantId(), userId);
          events.ended(journey, HookEvent.POST_RESET_PASSWORD, userId);
          events.wrote(journey, HookEvent.USER_DATA_UPDATED, userId);
          return interactions.save(journey.tenantId(), journey.interaction(), JsonCodec.object());
        });
  }

  /** Whether the interaction is about a forgotten password. */
  public static boolean resets(Journey journey) {
    return journey.state().interactionEvent() == InteractionEvent.FORGOT_PASSWORD;
  }

  private static HookEvent end(InteractionState state) {
    return state.interactionEvent() == InteractionEvent.REGISTER
        ? HookEvent.POST_REGISTER
        : HookEvent.POST_SIGN_IN;
  }

  private static UserChange change(PendingProfile profile) {
    return new UserChange(
        profile.username(),
        profile.primaryEmail(),
        profile.primaryPhone(),
        profile.name(),
        profile.avatar(),
        profile.profile(),
        profile.customData(),
        profile.password(),
        profile.socialIdentity() == null ? Map.of() : profile.socialIdentity().asIdentities(),
        true);
  }
}
