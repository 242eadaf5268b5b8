package io.gatehouse.account.me;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialSession;
import io.gatehouse.interaction.step.social.SocialOffer;
import io.gatehouse.interaction.step.social.SocialOffers;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.User;
import io.gatehouse.user.administration.UserIdentities;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** An administrator links an account at a social provider, and unlinks it. */
@Singleton
class OwnLinks {
  private final SocialOffers offers;
  private final UserIdentities identities;
  private final MeStore store;
  private final InstantSource clock;

  OwnLinks(SocialOffers offers, UserIdentities identities, MeStore store, InstantSource clock) {
    this.offers = offers;
    this.identities = identities;
    this.store = store;
    this.clock = clock;
  }

  /** Where the person goes, to come back with {@link #link}. */
  URI depart(TenantId tenant, String userId, MeInputs.Departure wish, Map<String, String> headers) {
    SocialOffer offer = offer(tenant, wish.connectorId());
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
                    headers,
                    null,
                    kept -> session.putAll(kept.values())),
                offer.config(),
                offers.outside());
    store.depart(
        tenant, new MeStore.Trip(userId, wish.state(), offer.id()), session, clock.instant());
    return address;
  }

  /** Links whom the provider vouches for. */
  void link(TenantId tenant, Actor actor, String userId, MeInputs.Arrival arrival) {
    SocialOffer offer = offer(tenant, arrival.connectorId());
    String state = arrival.connectorData().path("state").asText("");
    Map<String, String> session =
        store
            .arrive(tenant, new MeStore.Trip(userId, state, offer.id()), clock.instant())
            .orElse(Map.of()); // a connector that needs one refuses by itself
    var answer =
        offer
            .connector()
            .complete(
                new SocialCallback(arrival.connectorData(), () -> new SocialSession(session)),
                offer.config(),
                offers.outside());
    ObjectNode info = JsonCodec.mapper().valueToTree(answer.user());
    identities.put(
        tenant, actor, userId, offer.target(), new User.Identity(info.path("id").asText(), info));
  }

  void unlink(TenantId tenant, Actor actor, String userId, String connectorId) {
    identities.delete(tenant, actor, userId, offer(tenant, connectorId).target());
  }

  private SocialOffer offer(TenantId tenant, String connectorId) {
    return offers.find(tenant, connectorId).orElseThrow(EntityError.NOT_FOUND::exception);
  }
}
