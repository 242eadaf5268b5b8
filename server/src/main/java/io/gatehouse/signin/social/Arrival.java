package io.gatehouse.signin.social;

import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord.Code;
import io.gatehouse.interaction.step.VerificationRecord.Social;
import io.gatehouse.interaction.step.identify.IdentifyStep;
import io.gatehouse.interaction.step.profile.ProfileStep;
import io.gatehouse.interaction.step.social.SocialIdentification;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.signin.Ending;
import io.gatehouse.signin.Visit;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What becomes of a person whom a provider vouches for: an old friend, one to join, a newcomer. */
@Singleton
class Arrival {
  private final IdentifyStep identify;
  private final SocialIdentification social;
  private final ProfileStep profile;
  private final Ending ending;

  Arrival(IdentifyStep identify, SocialIdentification social, ProfileStep profile, Ending ending) {
    this.identify = identify;
    this.social = social;
    this.profile = profile;
    this.ending = ending;
  }

  Response go(Visit visit, Journey journey) {
    Social record = journey.state().record(Social.class).orElseThrow();
    try {
      return ending.signIn(visit, journey.with(identify.identify(journey, record, false)));
    } catch (RequestException refusal) {
      if (refusal.code() != StepError.SOCIAL_IDENTITY_NOT_FOUND) {
        throw refusal;
      }
      boolean related = refusal.data() instanceof Map<?, ?> data && data.containsKey("relatedUser");
      if (related && journey.experience().socialSignIn().linksAutomatically()) {
        return link(visit, journey, record);
      }
      if (related) {
        visit.save(journey, journey.state());
        return visit.go("/social/link/" + record.connectorId());
      }
      if (!journey.experience().registers()) {
        throw refusal;
      }
      return create(visit, journey, record);
    }
  }

  /** Joins the account at the provider with the one that has its address. */
  Response link(Visit visit, Journey journey, Social record) {
    return ending.signIn(visit, journey.with(identify.identify(journey, record, true)));
  }

  /** Joins it with the account whose address the person has proved meanwhile. */
  Response join(Visit visit, Journey journey, Social record, Code proof) {
    Journey turned = journey.with(journey.state().turned(InteractionEvent.SIGN_IN));
    Journey known = turned.with(identify.identify(turned, proof, false));
    return ending.signIn(visit, known.with(profile.social(known, record.id())));
  }

  /** Makes an account of its own. */
  Response create(Visit visit, Journey journey, Social record) {
    Journey turned = journey.with(journey.state().turned(InteractionEvent.REGISTER));
    return ending.register(
        visit, turned.with(turned.state().with(social.newcomer(turned, record))));
  }
}
