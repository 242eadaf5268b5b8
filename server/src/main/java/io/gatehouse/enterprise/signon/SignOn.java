package io.gatehouse.enterprise.signon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.enterprise.SsoConnector;
import io.gatehouse.enterprise.SsoConnectors;
import io.gatehouse.enterprise.SsoError;
import io.gatehouse.enterprise.initiated.IdpInitiatedAuth;
import io.gatehouse.enterprise.initiated.IdpInitiatedAuths;
import io.gatehouse.enterprise.provider.Provider;
import io.gatehouse.enterprise.provider.ProviderConfig;
import io.gatehouse.enterprise.saml.SamlArrivals;
import io.gatehouse.enterprise.saml.SamlTrips;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.saml.PostBinding;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends people to their enterprise's provider, and learns who came back. */
@Singleton
public class SignOn {
  private final OpenIdSignOn openId;
  private final SamlSignOn saml;
  private final SamlTrips trips;
  private final SamlArrivals arrivals;
  private final IdpInitiatedAuths initiated;

  SignOn(
      OpenIdSignOn openId,
      SamlSignOn saml,
      SamlTrips trips,
      SamlArrivals arrivals,
      IdpInitiatedAuths initiated) {
    this.openId = openId;
    this.saml = saml;
    this.trips = trips;
    this.arrivals = arrivals;
    this.initiated = initiated;
  }

  /** Sends somebody away. */
  public Departure depart(Tenant tenant, SsoConnector connector, Trip trip) {
    Provider provider = SsoConnectors.provider(connector);
    return reached(() ->
        switch (ProviderConfig.of(provider, connector.config())) {
          case ProviderConfig.OpenId config -> openId.depart(config, trip);
          case ProviderConfig.Saml config -> saml.depart(tenant, connector, config, trip);
        });
  }

  /**
   * Who came back.
   *
   * @param remembered from the departure
   * @param data what the browser has brought along
   */
  public EnterprisePerson arrive(
      Tenant tenant, SsoConnector connector, Map<String, String> remembered, ObjectNode data) {
    Provider provider = SsoConnectors.provider(connector);
    return reached(() ->
        switch (ProviderConfig.of(provider, connector.config())) {
          case ProviderConfig.OpenId config -> openId.arrive(config, remembered, data);
          case ProviderConfig.Saml config -> saml.arrive(tenant, connector, remembered, data);
        });
  }

  /** New tokens for a refresh token of the provider's; those of SAML hand out none. */
  public TokenSet renew(SsoConnector connector, String refreshToken) {
    Provider provider = SsoConnectors.provider(connector);
    return reached(() ->
        switch (ProviderConfig.of(provider, connector.config())) {
          case ProviderConfig.OpenId config -> openId.renew(config, refreshToken);
          case ProviderConfig.Saml config -> throw ConnectorError.NOT_IMPLEMENTED.exception();
        });
  }

  /** The form that takes a request under way to a provider of SAML that wants it posted. */
  public PostBinding.Form request(Tenant tenant, SsoConnector connector, String relayState) {
    Provider provider = saml(connector);
    return reached(() -> trips.form(tenant, connector, config(provider, connector), relayState));
  }

  /**
   * What becomes of a response.
   *
   * @param next where the browser goes on
   * @param arrived who has come without having been sent; null when it was a return
   */
  public record Received(URI next, SamlArrivals.@Nullable Arrived arrived) {}

  /** Takes the response that a browser has brought from a provider of SAML. */
  public Received receive(Tenant tenant, SsoConnector connector, SamlTrips.Brought brought) {
    Provider provider = saml(connector);
    return reached(() -> {
      ProviderConfig.Saml config = config(provider, connector);
      return brought.relayState() == null
          ? unasked(tenant, connector, config, brought.samlResponse())
          : new Received(trips.receive(tenant, connector, config, brought), null);
    });
  }

  private static Provider saml(SsoConnector connector) {
    Provider provider = SsoConnectors.provider(connector);
    if (provider.type() != Provider.Type.SAML) {
      throw SsoError.UNEXPECTED_TYPE.exception();
    }
    return provider;
  }

  private static ProviderConfig.Saml config(Provider provider, SsoConnector connector) {
    return (ProviderConfig.Saml) ProviderConfig.of(provider, connector.config());
  }

  /** Without a request of ours, where sign-ins may begin at the provider. */
  private Received unasked(
      Tenant tenant, SsoConnector connector, ProviderConfig.Saml config, String response) {
    IdpInitiatedAuth auth =
        initiated.find(tenant.id(), connector.id()).orElseThrow(SsoError.TRIP_NOT_FOUND::exception);
    URI next = initiated.next(tenant, auth);
    return new Received(
        next, arrivals.receive(tenant, connector, config, auth.defaultApplicationId(), response));
  }

  /**
   * A provider that cannot be asked who it is fails like any other: what an administrator would be
   * told of it is not for people.
   */
  private static <T> T reached(Supplier<T> step) {
    try {
      return step.get();
    } catch (RequestException refusal) {
      if (refusal.data() == null) {
        throw refusal;
      }
      throw ConnectorError.GENERAL.exception("The provider does not say where it is.", refusal);
    }
  }
}
