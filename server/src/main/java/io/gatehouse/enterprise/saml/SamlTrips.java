package io.gatehouse.enterprise.saml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.enterprise.SsoConnector;
import io.gatehouse.enterprise.SsoError;
import io.gatehouse.enterprise.key.ConnectorKeys;
import io.gatehouse.enterprise.provider.ProviderConfig;
import io.gatehouse.enterprise.provider.SamlProviders;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.saml.PostBinding;
import io.gatehouse.platform.saml.SignatureAlgorithm;
import io.gatehouse.platform.saml.SigningCredential;
import io.gatehouse.platform.saml.signon.AuthnRequest;
import io.gatehouse.platform.saml.signon.SamlTrip;
import io.gatehouse.platform.saml.signon.SamlTripStore;
import io.gatehouse.platform.saml.signon.ServiceProvider;
import io.gatehouse.platform.saml.signon.SignInEndpoint;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trips of people to their enterprise's provider of SAML, from the request to the person. */
@Singleton
public class SamlTrips {
  /** How long somebody may be away. */
  static final Duration LONGEST = Duration.ofHours(1);

  static final SamlTripStore.Kept<SamlPerson> KEPT =
      new SamlTripStore.Kept<>(
          "sso_authn_requests",
          "person",
          List.of("issuer", "assertion_id"),
          person ->
              List.of(new Jsonb(person.said().toString()), person.issuer(), person.assertionId()),
          row ->
              new SamlPerson(
                  row.text("issuer"),
                  row.text("assertion_id"),
                  (ObjectNode) JsonCodec.tree(row.text("person"))));

  private final SamlTripStore<SamlPerson> store;
  private final SamlProviders providers;
  private final SamlReader reader;
  private final ConnectorKeys keys;
  private final InstantSource clock;

  SamlTrips(
      Db db, SamlProviders providers, SamlReader reader, ConnectorKeys keys, InstantSource clock) {
    this.store = new SamlTripStore<>(db, KEPT);
    this.providers = providers;
    this.reader = reader;
    this.keys = keys;
    this.clock = clock;
  }

  /** A request under way: its address, and the name under which who returns is found. */
  public record Begun(URI address, String requestId) {}

  /** Writes the request down and answers where it goes. */
  public Begun begin(
      Tenant tenant, SsoConnector connector, ProviderConfig.Saml config, SamlTrip.Return to) {
    SignInEndpoint endpoint = providers.of(config).signInEndpoint();
    Instant now = now();
    // SAML 2.0 Core §1.3.4: an identifier begins with a letter or an underscore.
    String id = "_" + Ids.token();
    String relayState = Ids.token();
    AuthnRequest request = request(tenant, connector, id, endpoint, now);
    SigningCredential credential = credential(tenant.id(), connector.id(), config);
    store.insert(tenant.id(), new SamlTrip(id, connector.id(), to), relayState, now, LONGEST);
    return new Begun(request.address(relayState, credential), id);
  }

  /** The form that takes a request under way to a provider that wants it posted. */
  public PostBinding.Form form(
      Tenant tenant, SsoConnector connector, ProviderConfig.Saml config, String relayState) {
    SamlTripStore.Pending pending =
        store
            .pending(tenant.id(), relayState, now())
            .filter(sent -> sent.connectorId().equals(connector.id()))
            .orElseThrow(SsoError.SESSION_NOT_FOUND::exception);
    SignInEndpoint endpoint = providers.of(config).signInEndpoint();
    if (endpoint.binding() != SignInEndpoint.Binding.POST) {
      throw SsoError.SESSION_NOT_FOUND.exception();
    }
    return request(tenant, connector, pending.id(), endpoint, pending.at())
        .form(relayState, credential(tenant.id(), connector.id(), config));
  }

  private static AuthnRequest request(
      Tenant tenant, SsoConnector connector, String id, SignInEndpoint endpoint, Instant at) {
    ServiceProvider us = SamlProviders.us(tenant.endpoint(), connector.id());
    return new AuthnRequest(id, endpoint, us, at, null);
  }

  private @Nullable SigningCredential credential(
      TenantId tenant, String connectorId, ProviderConfig.Saml config) {
    if (!config.signsRequests()) {
      return null;
    }
    SignatureAlgorithm algorithm =
        config.requestSignatureAlgorithm() == ProviderConfig.Signature.RSA_SHA512
            ? SignatureAlgorithm.RSA_SHA512
            : SignatureAlgorithm.RSA_SHA256;
    return keys.active(tenant, connectorId)
        .map(key -> SigningCredential.of(key.privateKey(), key.parsed(), algorithm))
        .orElseThrow(SsoError.SIGNING_UNAVAILABLE::exception);
  }

  /** What a browser has brought to us from the provider. */
  public record Brought(String samlResponse, @Nullable String relayState) {}

  /**
   * Believes the response that a browser has brought, once, and answers where the browser goes on.
   */
  public URI receive(
      Tenant tenant, SsoConnector connector, ProviderConfig.Saml config, Brought brought) {
    SamlTrip trip = trip(tenant.id(), connector, brought.relayState());
    SamlPerson person =
        reader.read(tenant, connector, config, trip.id(), brought.samlResponse()).person();
    String ticket = Ids.token();
    if (!store.answer(tenant.id(), trip.id(), person, ticket, now())) {
      throw SsoError.TRIP_OVER.exception();
    }
    return trip.to().with(ticket);
  }

  private SamlTrip trip(TenantId tenant, SsoConnector connector, @Nullable String relayState) {
    if (relayState == null || relayState.isEmpty()) {
      throw SsoError.TRIP_NOT_FOUND.exception();
    }
    SamlTrip trip =
        store.find(tenant, relayState).orElseThrow(SsoError.SESSION_NOT_FOUND::exception);
    if (!trip.connectorId().equals(connector.id())) {
      throw SsoError.TRIP_NOT_FOUND.exception();
    }
    return trip;
  }

  /** Who came back to the sign-in that had sent the request; asked for once. */
  public SamlPerson collect(TenantId tenant, String connectorId, String requestId, String ticket) {
    return store
        .collect(tenant, connectorId, requestId, ticket, now())
        .orElseThrow(SsoError.TRIP_OVER::exception);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
