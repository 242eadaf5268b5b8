package io.gatehouse.signin.sso;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord.EnterpriseSso;
import io.gatehouse.interaction.step.identify.IdentifyStep;
import io.gatehouse.interaction.step.sso.SsoIdentification;
import io.gatehouse.interaction.step.sso.SsoStep;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.signin.Ending;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** What becomes of a person who comes back from their enterprise: known already, or a newcomer. */
@Singleton
public class SsoArrival {
  private final SsoStep sso;
  private final IdentifyStep identify;
  private final SsoIdentification enterprise;
  private final Ending ending;
  private final VisitLog log;

  SsoArrival(
      SsoStep sso,
      IdentifyStep identify,
      SsoIdentification enterprise,
      Ending ending,
      VisitLog log) {
    this.sso = sso;
    this.identify = identify;
    this.enterprise = enterprise;
    this.ending = ending;
    this.log = log;
  }

  /** Takes what the browser has brought along; it counts once. */
  public Response go(Visit visit, Journey journey, EnterpriseSso trip, ObjectNode data) {
    SsoStep.Taken taken = sso.take(journey, trip.connectorId(), trip.id());
    Journey kept = visit.save(journey, taken.state().with(taken.state().memory().withSocial(null)));
    InteractionState proved =
        log.of(kept, "Verification.EnterpriseSso.Submit", () -> sso.complete(kept, taken, data));
    return settled(visit, kept.with(proved.with(proved.memory().withSocial(null))));
  }

  private Response settled(Visit visit, Journey journey) {
    EnterpriseSso record = journey.state().record(EnterpriseSso.class).orElseThrow();
    try {
      return ending.signIn(visit, journey.with(identify.identify(journey, record, false)));
    } catch (RequestException refusal) {
      if (refusal.code() != StepError.SSO_IDENTITY_NOT_FOUND || !journey.experience().registers()) {
        throw refusal;
      }
      Journey turned = journey.with(journey.state().turned(InteractionEvent.REGISTER));
      return ending.register(
          visit, turned.with(turned.state().with(enterprise.newcomer(turned, record))));
    }
  }
}
