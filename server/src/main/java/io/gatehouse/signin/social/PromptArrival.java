package io.gatehouse.signin.social;

import io.gatehouse.branding.page.Problems;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.social.SocialStep;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Signs in with what a provider's prompt at the application's own site has handed over. */
@Singleton
class PromptArrival {
  private final SocialStep social;
  private final Arrival arrival;
  private final Beginning beginning;
  private final VisitLog log;

  PromptArrival(SocialStep social, Arrival arrival, Beginning beginning, VisitLog log) {
    this.social = social;
    this.arrival = arrival;
    this.beginning = beginning;
    this.log = log;
  }

  Response go(Visit visit, String connectorId, String credential) {
    Journey journey = visit.journey(InteractionState.begin(InteractionEvent.SIGN_IN));
    try {
      SocialStep.Proved proved =
          log.of(
              journey,
              "Verification.Social.Submit",
              () -> social.vouched(journey, connectorId, credential));
      return arrival.go(visit, journey.with(proved.state()));
    } catch (ConnectorException failure) {
      return beginning.page(visit, Problems.general(Remarks.problem(failure)));
    }
  }
}
