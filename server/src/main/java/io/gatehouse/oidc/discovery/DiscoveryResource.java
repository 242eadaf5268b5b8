package io.gatehouse.oidc.discovery;

import io.gatehouse.application.cimd.DescribedClients;
import io.gatehouse.application.registration.RegistrationPolicies;
import io.gatehouse.message.Carriers;
import io.gatehouse.oidc.ClientOrigins;
import io.gatehouse.oidc.client.AuthorizationDetails;
import io.gatehouse.platform.http.direct.DirectRoutes;
import io.gatehouse.platform.http.listener.ClientCertificates;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.gatehouse.tenant.key.KeyRing;
import io.gatehouse.tenant.key.SigningKeys;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The discovery documents, each at every URL that clients try, and the key set. They change with
 * the tenant's keys alone, and are written once for each ring of them.
 */
@Singleton
class DiscoveryResource {
  private static final List<String> METADATA =
      List.of(
          "/oidc/.well-known/openid-configuration",
          "/oidc/.well-known/oauth-authorization-server",
          // "inserted between the host component and the path component" [RFC 8414 §3.1]
          "/.well-known/oauth-authorization-server/oidc");

  private final TenantResolver tenants;
  private final SigningKeys keys;
  private final ClientCertificates certificates;
  private final DescribedClients described;
  private final RegistrationPolicies registration;
  private final AuthorizationDetails details;
  private final Carriers carriers;
  private final Map<Tenant, Documents> written = new ConcurrentHashMap<>();

  DiscoveryResource(
      TenantResolver tenants,
      SigningKeys keys,
      DescribedClients described,
      RegistrationPolicies registration,
      AuthorizationDetails details,
      Carriers carriers,
      ClientCertificates certificates) {
    this.registration = registration;
    this.details = details;
    this.carriers = carriers;
    this.certificates = certificates;
    this.tenants = tenants;
    this.keys = keys;
    this.described = described;
  }

  /**
   * What the tenant has chosen.
   *
   * @param described whether clients may be known by an address that describes them
   * @param registered whether they may register themselves
   * @param detailTypes what they may ask for in detail
   * @param mail whether something carries e-mail
   */
  private record Choices(
      boolean described, boolean registered, List<String> detailTypes, boolean mail) {
    Choices {
      detailTypes = List.copyOf(detailTypes);
    }
  }

  /** What a ring of keys publishes, as JSON. */
  private record Documents(KeyRing ring, Choices choices, byte[] metadata, byte[] keySet) {
    static Documents of(Tenant tenant, KeyRing ring, Choices choices, boolean certificates) {
      var metadata = ProviderMetadata.of(tenant, ring.algorithms(), certificates);
      if (choices.described()) {
        metadata.put("client_id_metadata_document_supported", true);
      }
      if (choices.registered()) {
        ProviderMetadata.addRegistration(metadata, tenant);
      }
      if (choices.mail()) {
        ProviderMetadata.addBackchannel(metadata, tenant);
      }
      if (!choices.detailTypes().isEmpty()) {
        metadata.put("authorization_details_types_supported", choices.detailTypes());
      }
      return new Documents(
          ring,
          choices,
          JsonCodec.bytes(metadata),
          JsonCodec.bytes(ring.published().toJSONObject(true)));
    }
  }

  void register(@Observes DirectRoutes routes) {
    METADATA.forEach(
        path -> routes.add(HttpMethod.GET, path, this::metadata, (context, body) -> true));
    routes.add(HttpMethod.GET, "/oidc/jwks", this::keySet, (context, body) -> true);
  }

  private Response metadata(RoutingContext context, byte[] none) {
    return open(context, documents(context).metadata()).build();
  }

  private Response keySet(RoutingContext context, byte[] none) {
    return open(context, documents(context).keySet())
        .header("Cache-Control", "no-cache, max-age=0, must-revalidate")
        .build();
  }

  private Documents documents(RoutingContext context) {
    Tenant tenant = tenants.resolve(context.request());
    KeyRing ring = keys.ring(tenant.id());
    Documents known = written.get(tenant);
    Choices choices =
        new Choices(
            described.served(tenant.id()),
            registration.on(tenant.id()),
            details.supported(tenant),
            carriers.email(tenant.id()));
    if (known != null && known.ring() == ring && known.choices().equals(choices)) {
      return known;
    }
    Documents fresh = Documents.of(tenant, ring, choices, certificates.offered());
    written.put(tenant, fresh);
    return fresh;
  }

  private static Response.ResponseBuilder open(RoutingContext context, byte[] json) {
    ClientOrigins.open(context, context.request().getHeader("Origin"));
    return Response.ok(json, "application/json");
  }
}
