package io.gatehouse.interaction.step.sso;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.enterprise.SsoConnector;
import io.gatehouse.enterprise.SsoConnectors;
import io.gatehouse.enterprise.signon.Departure;
import io.gatehouse.enterprise.signon.EnterprisePerson;
import io.gatehouse.enterprise.signon.SignOn;
import io.gatehouse.enterprise.signon.Trip;
import io.gatehouse.enterprise.tokenset.SsoTokenSets;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.VerificationRecord.EnterpriseSso;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person proves at their enterprise's provider who they are. */
@Singleton
public class SsoStep {
  private final SsoConnectors connectors;
  private final SignOn signOn;
  private final SsoTokenSets tokens;

  SsoStep(SsoConnectors connectors, SignOn signOn, SsoTokenSets tokens) {
    this.connectors = connectors;
    this.signOn = signOn;
    this.tokens = tokens;
  }

  /** Where to send the browser, and what to remember until it is back. */
  public record Started(URI address, InteractionState state, String verificationId) {}

  /** Sends the person away. */
  public Started start(Journey journey, String connectorId, Trip trip) {
    if (trip.state().isEmpty() || trip.redirectUri().isEmpty()) {
      throw StepError.INSUFFICIENT_INFO.exception();
    }
    SsoConnector connector = connectors.get(journey.tenantId(), connectorId);
    Departure departure = signOn.depart(journey.tenant(), connector, trip);
    EnterpriseSso record =
        new EnterpriseSso(
            VerificationRecord.newId(), connectorId, departure.remembered(), null, null, null);
    return new Started(departure.address(), journey.state().with(record), record.id());
  }

  /** What was remembered, taken out: it counts once, whatever comes of it. */
  public record Taken(EnterpriseSso record, Map<String, String> session, InteractionState state) {}

  /** Finds the trip that the person comes back from. */
  public Taken take(Journey journey, String connectorId, @Nullable String verificationId) {
    EnterpriseSso record =
        journey
            .state()
            .record(verificationId, EnterpriseSso.class)
            .filter(each -> each.connectorId().equals(connectorId))
            .orElseThrow(StepError.RECORD_NOT_FOUND::exception);
    Map<String, String> session = record.session();
    if (session == null) {
      throw StepError.CONNECTOR_SESSION_NOT_FOUND.exception();
    }
    EnterpriseSso emptied = record.emptied();
    return new Taken(emptied, session, journey.state().with((VerificationRecord) emptied));
  }

  /** Learns from the provider who it was. */
  public InteractionState complete(Journey journey, Taken taken, ObjectNode data) {
    String connectorId = taken.record().connectorId();
    SsoConnector connector = connectors.get(journey.tenantId(), connectorId);
    EnterprisePerson person = signOn.arrive(journey.tenant(), connector, taken.session(), data);
    TokenSet handed = connector.enableTokenStorage() ? person.tokens() : null;
    String sealed = handed == null ? null : tokens.seal(journey.tenantId(), handed);
    return taken
        .state()
        .with(
            (VerificationRecord)
                new EnterpriseSso(
                    taken.record().id(),
                    connectorId,
                    null,
                    person.userInfo(),
                    person.issuer(),
                    sealed));
  }
}
