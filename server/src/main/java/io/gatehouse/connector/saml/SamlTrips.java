package io.gatehouse.connector.saml;

import com.fasterxml.jackson.core.type.TypeReference;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.saml.AttributeMap;
import io.gatehouse.connectors.saml.SamlConfig;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.saml.PostBinding;
import io.gatehouse.platform.saml.SamlException;
import io.gatehouse.platform.saml.SamlTimes;
import io.gatehouse.platform.saml.signon.AuthnRequest;
import io.gatehouse.platform.saml.signon.Expectation;
import io.gatehouse.platform.saml.signon.SamlAssertion;
import io.gatehouse.platform.saml.signon.SamlResponse;
import io.gatehouse.platform.saml.signon.SamlTrip;
import io.gatehouse.platform.saml.signon.SamlTripStore;
import io.gatehouse.platform.saml.signon.SignInEndpoint;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The trips of people to a social connector's provider of SAML, from the request to the person. */
@Singleton
public class SamlTrips {
  /** How long somebody may be away. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final TypeReference<Map<String, List<String>>> ATTRIBUTES =
      new TypeReference<>() {};

  private static final SamlTripStore.Kept<Answer> KEPT =
      new SamlTripStore.Kept<>(
          "social_authn_requests",
          "said",
          List.of("assertion_id"),
          answer ->
              List.of(
                  new Jsonb(JsonCodec.mapper().valueToTree(answer.said()).toString()),
                  answer.assertionId()),
          row ->
              new Answer(
                  row.text("assertion_id"),
                  JsonCodec.mapper().convertValue(JsonCodec.tree(row.text("said")), ATTRIBUTES)));

  private final SamlTripStore<Answer> store;
  private final InstantSource clock;

  SamlTrips(Db db, InstantSource clock) {
    this.store = new SamlTripStore<>(db, KEPT);
    this.clock = clock;
  }

  /**
   * What a response has brought.
   *
   * @param assertionId by which it counts once
   */
  private record Answer(String assertionId, Map<String, List<String>> said) {}

  /**
   * Writes the request down and answers where it goes.
   *
   * @param requestId under which who returns is found
   */
  URI begin(TenantId tenant, AuthorizationRequest asked, SamlConfig config, String requestId) {
    SamlParties parties = SamlParties.of(config);
    Instant now = now();
    AuthnRequest request = request(parties, config, requestId, now);
    String relayState = Ids.token();
    SamlTrip.Return to = new SamlTrip.Return(asked.redirectUri(), asked.state());
    store.insert(
        tenant, new SamlTrip(requestId, asked.connectorId(), to), relayState, now, LONGEST);
    return request.address(relayState, parties.signature());
  }

  /** The form that takes a request under way to a provider that wants it posted. */
  public PostBinding.Form form(
      TenantId tenant, String connectorId, SamlConfig config, String relayState) {
    SamlTripStore.Pending pending =
        store
            .pending(tenant, relayState, now())
            .filter(sent -> sent.connectorId().equals(connectorId))
            .orElseThrow(StepError.CONNECTOR_SESSION_NOT_FOUND::exception);
    SamlParties parties = SamlParties.of(config);
    if (parties.provider().signInEndpoint().binding() != SignInEndpoint.Binding.POST) {
      throw StepError.CONNECTOR_SESSION_NOT_FOUND.exception();
    }
    return request(parties, config, pending.id(), pending.at())
        .form(relayState, parties.signature());
  }

  private static AuthnRequest request(
      SamlParties parties, SamlConfig config, String id, Instant at) {
    return new AuthnRequest(
        id, parties.provider().signInEndpoint(), parties.us(), at, config.nameIdFormat());
  }

  /** What a browser has brought to us from the provider. */
  public record Brought(String samlResponse, String relayState) {}

  /**
   * Believes the response that a browser has brought, once, and answers where the browser goes on.
   */
  public URI receive(TenantId tenant, String connectorId, SamlConfig config, Brought brought) {
    SamlTrip trip =
        store
            .find(tenant, brought.relayState())
            .filter(sent -> sent.connectorId().equals(connectorId))
            .orElseThrow(StepError.CONNECTOR_SESSION_NOT_FOUND::exception);
    Answer answer = read(config, trip.id(), brought.samlResponse());
    String ticket = Ids.token();
    if (!store.answer(tenant, trip.id(), answer, ticket, now())) {
      throw StepError.CONNECTOR_SESSION_NOT_FOUND.exception();
    }
    return trip.to().with(ticket);
  }

  private Answer read(SamlConfig config, String requestId, String response) {
    SamlParties parties = SamlParties.of(config);
    Duration skew = Objects.requireNonNullElse(config.skew(), SamlTimes.SKEW);
    Expectation expected = new Expectation(parties.provider(), parties.us(), requestId, skew);
    try {
      SamlAssertion assertion =
          new SamlResponse(expected, parties.decryption()).read(response, clock.instant());
      Map<String, List<String>> said = assertion.attributes();
      String nameId = assertion.nameId();
      if (nameId != null) {
        said.putIfAbsent(AttributeMap.NAME_ID, List.of(nameId));
      }
      String email = assertion.nameIdAsEmail();
      if (email != null) {
        said.putIfAbsent("email", List.of(email));
      }
      return new Answer(assertion.id(), said);
    } catch (SamlException refused) {
      throw ConnectorError.AUTHORIZATION_FAILED.exception(
          String.valueOf(refused.getMessage()), refused);
    }
  }

  /** What was said of who came back to where the request had been sent from; asked for once. */
  Map<String, List<String>> collect(
      TenantId tenant, String connectorId, String requestId, String ticket) {
    return store
        .collect(tenant, connectorId, requestId, ticket, now())
        .map(Answer::said)
        .orElseThrow(StepError.CONNECTOR_SESSION_NOT_FOUND::exception);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
