package io.gatehouse.enterprise.signon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.enterprise.SsoConnector;
import io.gatehouse.enterprise.SsoError;
import io.gatehouse.enterprise.provider.ProviderConfig;
import io.gatehouse.enterprise.saml.SamlArrivals;
import io.gatehouse.enterprise.saml.SamlPerson;
import io.gatehouse.enterprise.saml.SamlTrips;
import io.gatehouse.platform.saml.signon.SamlTrip;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.Map;

/** Sign-ins by SAML 2.0: the response has come before, the person brings a ticket for it. */
@Singleton
class SamlSignOn {
  private static final String REQUEST = "requestId";
  private static final String TICKET = "ticket";

  private final SamlTrips trips;
  private final SamlArrivals arrivals;

  SamlSignOn(SamlTrips trips, SamlArrivals arrivals) {
    this.trips = trips;
    this.arrivals = arrivals;
  }

  /** Off to the provider; whoever has just come from there goes straight to where they return. */
  Departure depart(Tenant tenant, SsoConnector connector, ProviderConfig.Saml config, Trip trip) {
    SamlTrip.Return to = new SamlTrip.Return(trip.redirectUri(), trip.state());
    SamlTrips.Begun begun =
        arrivals
            .takeUp(tenant, connector, trip.held(), to)
            .orElseGet(() -> trips.begin(tenant, connector, config, to));
    return new Departure(begun.address(), Map.of(REQUEST, begun.requestId()));
  }

  EnterprisePerson arrive(
      Tenant tenant, SsoConnector connector, Map<String, String> remembered, ObjectNode data) {
    String request = remembered.get(REQUEST);
    JsonNode ticket = data.path(TICKET);
    if (request == null || !ticket.isTextual()) {
      throw SsoError.TRIP_OVER.exception();
    }
    SamlPerson person = trips.collect(tenant.id(), connector.id(), request, ticket.textValue());
    return new EnterprisePerson(person.issuer(), UserInfo.ofAssertion(person.said()), null);
  }
}
