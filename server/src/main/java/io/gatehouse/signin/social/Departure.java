package io.gatehouse.signin.social;

import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PageMemory;
import io.gatehouse.interaction.step.social.SocialStep;
import io.gatehouse.signin.TripState;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Sends a browser to a social provider. */
@Singleton
class Departure {
  private final SocialStep social;
  private final VisitLog log;

  Departure(SocialStep social, VisitLog log) {
    this.log = log;
    this.social = social;
  }

  /**
   * Off to the connector's provider.
   *
   * @param accepted whether the person has accepted the terms already
   */
  Response go(Visit visit, String connectorId, boolean accepted) {
    Journey journey =
        visit.journey(
            InteractionState.begin(InteractionEvent.SIGN_IN)
                .with(PageMemory.EMPTY.withAccepted(accepted)));
    String state = TripState.of(journey.interaction().applicationId());
    Map<String, String> headers = new HashMap<>();
    visit
        .request()
        .headers()
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    SocialStep.Trip trip =
        new SocialStep.Trip(
            connectorId, state, visit.tenant().url("/callback/" + connectorId), headers);
    SocialStep.Started started =
        log.of(journey, "Verification.Social.Create", () -> social.start(journey, trip));
    InteractionState next = started.state();
    visit.save(journey, next.with(next.memory().withSocial(state)));
    return visit.to(started.address().toString());
  }
}
