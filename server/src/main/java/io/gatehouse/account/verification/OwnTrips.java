package io.gatehouse.account.verification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.proof.Proofs;
import io.gatehouse.account.proof.SocialProof;
import io.gatehouse.connector.Connectors;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.connectors.SocialSession;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.social.PromptBrowser;
import io.gatehouse.interaction.step.social.SocialOffer;
import io.gatehouse.interaction.step.social.SocialOffers;
import io.gatehouse.interaction.step.social.SocialStep;
import io.gatehouse.interaction.step.social.SocialTokens;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.vertx.core.http.Cookie;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People prove an account at a social provider. */
@Singleton
public class OwnTrips {
  private final Connectors connectors;
  private final SocialOffers offers;
  private final SocialTokens tokens;
  private final Proofs proofs;

  OwnTrips(Connectors connectors, SocialOffers offers, SocialTokens tokens, Proofs proofs) {
    this.connectors = connectors;
    this.offers = offers;
    this.tokens = tokens;
    this.proofs = proofs;
  }

  /** Where the person goes, and the proof that they come back to. */
  public record Departed(URI address, Proofs.Made proof) {}

  public Departed depart(AccountCall call, VerificationInputs.Departure wish) {
    if (wish.state().isEmpty() || wish.redirectUri().isEmpty() || wish.connectorId().isEmpty()) {
      throw StepError.INSUFFICIENT_INFO.exception();
    }
    SocialOffer offer = offer(call, wish.connectorId());
    Map<String, String> session = new HashMap<>();
    URI address =
        offer
            .connector()
            .authorizationUri(
                new AuthorizationRequest(
                    wish.state(),
                    wish.redirectUri(),
                    offer.id(),
                    Ids.standardId(),
                    call.headers(),
                    wish.scope(),
                    kept -> session.putAll(kept.values())),
                offer.config(),
                offers.outside());
    return new Departed(address, proofs.social(call.owner(), offer.id(), session));
  }

  /** Asks the provider who it was. */
  public void arrive(AccountCall call, VerificationInputs.Arrival arrival) {
    SocialProof proof = proofs.social(call.owner(), arrival.verificationRecordId());
    SocialOffer offer = offer(call, proof.connectorId());
    ObjectNode data = arrival.connectorData();
    SocialConnector.Answer answer =
        offer
            .connector()
            .complete(
                new SocialCallback(data, session(call, offer, proof, data)),
                offer.config(),
                offers.outside());
    TokenSet handed = offer.keepsTokens() ? answer.tokens() : null;
    proofs.vouched(
        call.owner(),
        proof.id(),
        JsonCodec.mapper().<ObjectNode>valueToTree(answer.user()),
        handed == null ? null : tokens.seal(call.tenant(), handed));
  }

  /** A provider's prompt sends nobody away: what it hands out must come from the same browser. */
  private SocialSession.Reader session(
      AccountCall call, SocialOffer offer, SocialProof proof, ObjectNode data) {
    if (offer.connector().prompts() && data.path(SocialStep.CREDENTIAL).isTextual()) {
      PromptBrowser.require(call.currentTenant(), data, name -> cookie(call, name));
      return SocialSession.Reader.unavailable();
    }
    Map<String, String> session =
        proofs
            .takeSession(call.owner(), proof.id())
            .orElseThrow(StepError.CONNECTOR_SESSION_NOT_FOUND::exception);
    return () -> new SocialSession(session);
  }

  private static @Nullable String cookie(AccountCall call, String name) {
    Cookie cookie = call.request().request().getCookie(name);
    return cookie == null ? null : cookie.getValue();
  }

  private SocialOffer offer(AccountCall call, String connectorId) {
    if (connectors.find(call.tenant(), connectorId).isEmpty()) {
      throw StepError.INVALID_CONNECTOR.exception(Map.of("connectorId", connectorId));
    }
    return offers
        .find(call.tenant(), connectorId)
        .orElseThrow(VerificationError.NOT_SOCIAL::exception);
  }
}
