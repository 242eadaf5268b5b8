package io.gatehouse.interaction.step.social;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.connectors.SocialSession;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.VerificationRecord.Social;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person proves by an account elsewhere who they are. */
@Singleton
public class SocialStep {
  /** What a provider's prompt hands to the page. */
  public static final String CREDENTIAL = "credential";

  private final SocialOffers offers;
  private final SocialTokens tokens;

  SocialStep(SocialOffers offers, SocialTokens tokens) {
    this.offers = offers;
    this.tokens = tokens;
  }

  /** Where to send the browser, and what to remember until it is back. */
  public record Started(URI address, InteractionState state, String verificationId) {}

  /**
   * A trip to a provider.
   *
   * @param state what the provider gives back, so that the trip is known again
   * @param redirectUri where the provider sends the browser
   * @param headers the request's, names in lower case
   */
  public record Trip(
      String connectorId, String state, String redirectUri, Map<String, String> headers) {}

  /** Sends the person away. */
  public Started start(Journey journey, Trip trip) {
    if (trip.state().isEmpty() || trip.redirectUri().isEmpty()) {
      throw StepError.INSUFFICIENT_INFO.exception();
    }
    SocialOffer offer =
        offers
            .find(journey.tenantId(), trip.connectorId())
            .orElseThrow(EntityError.NOT_FOUND::exception);
    Map<String, String> remembered = new HashMap<>();
    URI address =
        offer
            .connector()
            .authorizationUri(
                new AuthorizationRequest(
                    trip.state(),
                    trip.redirectUri(),
                    trip.connectorId(),
                    Ids.standardId(),
                    trip.headers(),
                    null,
                    session -> remembered.putAll(session.values())),
                offer.config(),
                offers.outside());
    Social record =
        new Social(
            VerificationRecord.newId(), trip.connectorId(), Map.copyOf(remembered), null, null);
    return new Started(address, journey.state().with(record), record.id());
  }

  /** What the connector remembered, taken out: it counts once, whatever comes of it. */
  public record Taken(Social record, Map<String, String> session, InteractionState state) {}

  /** Finds the trip that the person comes back from. */
  public Taken take(Journey journey, String connectorId, @Nullable String verificationId) {
    if (offers.find(journey.tenantId(), connectorId).isEmpty()) {
      throw StepError.INVALID_CONNECTOR.exception();
    }
    Social record =
        journey
            .state()
            .record(verificationId, Social.class)
            .filter(each -> each.connectorId().equals(connectorId))
            .orElseThrow(StepError.RECORD_NOT_FOUND::exception);
    Map<String, String> session = record.session();
    if (session == null) {
      throw StepError.CONNECTOR_SESSION_NOT_FOUND.exception();
    }
    Social emptied =
        new Social(record.id(), connectorId, null, record.socialUserInfo(), record.tokens());
    return new Taken(emptied, session, journey.state().with(emptied));
  }

  /** Somebody whom a provider vouches for. */
  public record Proved(InteractionState state, String verificationId) {}

  /** Whether the connector's provider has a prompt that this is the credential of. */
  public boolean byPrompt(Journey journey, String connectorId, ObjectNode data) {
    return data.path(CREDENTIAL).isTextual()
        && offers
            .find(journey.tenantId(), connectorId)
            .filter(offer -> offer.connector().prompts())
            .isPresent();
  }

  /** Takes the credential of a provider's prompt, for which nobody was sent away. */
  public Proved vouched(Journey journey, String connectorId, String credential) {
    SocialOffer offer =
        offers
            .find(journey.tenantId(), connectorId)
            .filter(found -> found.connector().prompts())
            .orElseThrow(StepError.INVALID_CONNECTOR::exception);
    SocialConnector.Answer answer =
        offer
            .connector()
            .complete(
                new SocialCallback(
                    JsonCodec.object().put(CREDENTIAL, credential),
                    SocialSession.Reader.unavailable()),
                offer.config(),
                offers.outside());
    ObjectNode info = JsonCodec.mapper().valueToTree(answer.user());
    Social record = new Social(VerificationRecord.newId(), connectorId, null, info, null);
    return new Proved(journey.state().with(record), record.id());
  }

  /** Asks the provider who it was. */
  public InteractionState complete(Journey journey, Taken taken, ObjectNode data) {
    SocialOffer offer =
        offers
            .find(journey.tenantId(), taken.record().connectorId())
            .orElseThrow(StepError.INVALID_CONNECTOR::exception);
    SocialConnector.Answer answer =
        offer
            .connector()
            .complete(
                new SocialCallback(data, () -> new SocialSession(taken.session())),
                offer.config(),
                offers.outside());
    ObjectNode info = JsonCodec.mapper().valueToTree(answer.user());
    TokenSet handed = offer.keepsTokens() ? answer.tokens() : null;
    String sealed = handed == null ? null : tokens.seal(journey.tenantId(), handed);
    return taken
        .state()
        .with(
            (VerificationRecord)
                new Social(taken.record().id(), taken.record().connectorId(), null, info, sealed));
  }
}
