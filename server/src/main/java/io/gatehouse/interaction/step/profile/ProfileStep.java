package io.gatehouse.interaction.step.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.EmailBlocklistRules;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.profilefield.Place;
import io.gatehouse.branding.profilefield.ProfileFields;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PendingProfile;
import io.gatehouse.interaction.step.PendingProfile.SocialIdentity;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.social.SocialIdentification;
import io.gatehouse.interaction.step.sso.SsoDomains;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Adds to the account what it still lacks. */
@Singleton
public class ProfileStep {
  private final Users users;
  private final ProfileRules rules;
  private final SocialIdentification social;
  private final SsoDomains domains;

  ProfileStep(Users users, ProfileRules rules, SocialIdentification social, SsoDomains domains) {
    this.users = users;
    this.rules = rules;
    this.social = social;
    this.domains = domains;
  }

  /** Refuses to add anything where nothing may be added. */
  public void enter(Journey journey) {
    if (journey.state().interactionEvent() == InteractionEvent.FORGOT_PASSWORD) {
      throw StepError.NOT_FOR_FORGOT_PASSWORD.exception();
    }
    if (journey.state().interactionEvent() == InteractionEvent.SIGN_IN
        && journey.state().userId() == null) {
      throw StepError.IDENTIFIER_NOT_FOUND.exception();
    }
  }

  /** Adds a username. */
  public InteractionState username(Journey journey, String name) {
    return checked(journey, journey.state().profile().with(Identifier.username(name)));
  }

  /** Adds an address or a number that has been proved. */
  public InteractionState proved(Journey journey, @Nullable String id, IdentifierType type) {
    VerificationRecord.Code code =
        journey
            .state()
            .record(id, VerificationRecord.Code.class)
            .filter(each -> each.identifier().type() == type)
            .orElseThrow(StepError.RECORD_NOT_FOUND::exception);
    if (type == IdentifierType.EMAIL) {
      domains.refuseOwned(journey, code.identifier().value());
      EmailBlocklistRules.check(
          journey.experience().emailBlocklistPolicy(), code.identifier().value());
    }
    if (!code.verified()) {
      throw StepError.NOT_VERIFIED.exception();
    }
    return checked(journey, journey.state().profile().with(code.identifier()));
  }

  /** Adds an account at a social provider. */
  public InteractionState social(Journey journey, @Nullable String id) {
    VerificationRecord.Social record =
        journey
            .state()
            .record(id, VerificationRecord.Social.class)
            .orElseThrow(StepError.RECORD_NOT_FOUND::exception);
    SocialIdentity identity = social.identity(journey, record);
    domains.refuseOwned(journey, identity.userInfo().path("email").textValue());
    return checked(journey, journey.state().profile().with(identity));
  }

  /** Adds what the registration form asks for besides. */
  public InteractionState extra(Journey journey, ObjectNode values) {
    ProfileFields.refuseReserved(values::fieldNames);
    ObjectNode standard = JsonCodec.object();
    ObjectNode custom = JsonCodec.object();
    values
        .properties()
        .forEach(entry -> {
          switch (Place.of(entry.getKey())) {
            case ACCOUNT -> {}
            case PROFILE -> standard.set(entry.getKey(), entry.getValue());
            case CUSTOM_DATA -> custom.set(entry.getKey(), entry.getValue());
          }
        });
    PendingProfile profile =
        journey
            .state()
            .profile()
            .withLooks(values.path("name").textValue(), values.path("avatar").textValue())
            .withExtra(standard, custom);
    InteractionState state = journey.state();
    return state.with(profile).with(state.memory().withAsked());
  }

  private InteractionState checked(Journey journey, PendingProfile profile) {
    String id = journey.state().userId();
    User user = id == null ? null : users.find(journey.tenantId(), id).orElse(null);
    rules.check(journey, profile, user);
    return journey.state().with(profile);
  }
}
