package io.gatehouse.enterprise.signon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.enterprise.SsoConnector;
import io.gatehouse.enterprise.SsoConnectors;
import io.gatehouse.enterprise.SsoError;
import io.gatehouse.enterprise.provider.Provider;
import io.gatehouse.enterprise.provider.ProviderConfig;
import io.gatehouse.enterprise.saml.SamlTrips;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/** Sends people to their enterprise's provider, and learns who came back. */
@Singleton
public class SignOn {
  private final OpenIdSignOn openId;
  private final SamlSignOn saml;
  private final SamlTrips trips;

  SignOn(OpenIdSignOn openId, SamlSignOn saml, SamlTrips trips) {
    this.openId = openId;
    this.saml = saml;
    this.trips = trips;
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

  /**
   * Takes the response that a browser has brought from a provider of SAML, and answers where the
   * browser goes on.
   */
  public URI receive(Tenant tenant, SsoConnector connector, SamlTrips.Brought brought) {
    Provider provider = SsoConnectors.provider(connector);
    if (provider.type() != Provider.Type.SAML) {
      throw SsoError.UNEXPECTED_TYPE.exception();
    }
    return reached(() ->
        trips.receive(
            tenant,
            connector,
            (ProviderConfig.Saml) ProviderConfig.of(provider, connector.config()),
            brought));
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
