package io.gatehouse.signin.sso;

import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.enterprise.SsoButton;
import io.gatehouse.enterprise.saml.SamlArrivals;
import io.gatehouse.enterprise.signon.Trip;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PageMemory;
import io.gatehouse.interaction.step.sso.SsoDomains;
import io.gatehouse.interaction.step.sso.SsoStep;
import io.gatehouse.signin.TermsBox;
import io.gatehouse.signin.TripState;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends a browser to an enterprise's provider. */
@Singleton
public class SsoDeparture {
  private final SsoStep sso;
  private final SsoDomains domains;
  private final VisitLog log;

  SsoDeparture(SsoStep sso, SsoDomains domains, VisitLog log) {
    this.sso = sso;
    this.domains = domains;
    this.log = log;
  }

  /**
   * Off to the enterprise that the address belongs to, or to where one of several is chosen; empty
   * when it belongs to none.
   *
   * @param accepted whether the person has accepted the terms already
   */
  public Optional<Response> ofEmail(Visit visit, String email, boolean accepted) {
    Journey journey = begun(visit, email, accepted);
    List<SsoButton> connectors = domains.of(journey, email);
    return switch (connectors.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(go(visit, journey, connectors.getFirst().id()));
      default -> {
        visit.save(journey, journey.state());
        yield Optional.of(visit.go("/single-sign-on/connectors"));
      }
    };
  }

  /** Whether people may come by this connector. */
  public boolean offers(Journey journey, String connectorId) {
    return domains.has(journey, connectorId);
  }

  /** Off to the connector's provider, where no address was asked for. */
  public Response to(Visit visit, String connectorId) {
    return go(visit, begun(visit, null, false), connectorId);
  }

  /** Off to the connector's provider, with what the pages remember of the person. */
  Response go(Visit visit, Journey journey, String connectorId) {
    PageMemory memory = journey.state().memory();
    String application = journey.interaction().applicationId();
    String state = TripState.of(application);
    Trip trip =
        new Trip(
            state,
            visit.tenant().url("/callback/" + connectorId),
            memory.identifier(),
            new SamlArrivals.Held(visit.takeArrival(), application));
    try {
      SsoStep.Started started =
          log.of(
              journey,
              "Verification.EnterpriseSso.Create",
              () -> sso.start(journey, connectorId, trip));
      visit.save(journey, started.state().with(memory.withSocial(state)));
      return visit.to(started.address().toString());
    } catch (ConnectorException failure) {
      return visit.page(
          new Page.SingleSignOn(
              memory.identifier() == null ? "" : memory.identifier(),
              TermsBox.of(journey.experience()),
              Problems.general(Remarks.problem(failure))));
    }
  }

  private static Journey begun(Visit visit, @Nullable String email, boolean accepted) {
    PageMemory memory = PageMemory.EMPTY.withAccepted(accepted);
    return visit.journey(
        InteractionState.begin(InteractionEvent.SIGN_IN)
            .with(email == null ? memory : memory.withIdentifier(email)));
  }
}
