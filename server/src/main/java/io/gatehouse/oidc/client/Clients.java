package io.gatehouse.oidc.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import io.gatehouse.application.Application;
import io.gatehouse.application.ApplicationType;
import io.gatehouse.application.Applications;
import io.gatehouse.application.authentication.ApplicationAuthentication;
import io.gatehouse.application.authentication.ApplicationAuthentications;
import io.gatehouse.application.protocol.ApplicationProtocol;
import io.gatehouse.application.protocol.ApplicationProtocols;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.crypto.VerificationKey;
import io.gatehouse.protocol.ClientIdUrl;
import io.gatehouse.protocol.RedirectUris;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The clients of a tenant. */
@Singleton
public class Clients {
  /** Where the applications that come with the product live, below their tenant's endpoint. */
  private static final Map<String, List<String>> BUILT_IN =
      Map.of(
          "demo-app", List.of("/demo-app"),
          "account-center", List.of("/account"),
          "admin-console", List.of("/console/callback"));

  private static final Map<String, List<String>> BUILT_IN_SIGNED_OUT =
      Map.of(
          "demo-app", List.of("/demo-app"),
          "account-center", List.of("/account"),
          "device-demo-app", List.of("/device-demo-app"),
          "admin-console", List.of("/console"));

  /**
   * Where the browser of somebody who connects a device returns to: a page of ours, as the device
   * has none.
   */
  public static final String DEVICE_RETURN = "/oidc/device/done";

  /** The same of somebody whom an application waits for. */
  public static final String BACKCHANNEL_RETURN = "/oidc/backchannel/done";

  private final Applications applications;
  private final ApplicationAuthentications authentications;
  private final ApplicationProtocols protocols;
  private final TenantCache<String, Optional<Client>> cache;

  Clients(
      Applications applications,
      ApplicationAuthentications authentications,
      ApplicationProtocols protocols,
      Invalidations invalidations) {
    this.applications = applications;
    this.authentications = authentications;
    this.protocols = protocols;
    this.cache = new TenantCache<>(invalidations, 10_000, Applications.TOPIC);
  }

  /** The client with this id. */
  public Optional<Client> find(Tenant tenant, @Nullable String id) {
    if (id != null && ClientIdUrl.named(id)) {
      return applications.find(tenant.id(), id).map(Clients::described);
    }
    return id == null || id.length() > 64
        ? Optional.empty()
        : cache.get(tenant.id(), id, () -> load(tenant, id)).map(client -> here(client, tenant));
  }

  /** SAML applications return to the server itself, by whatever name it is reached. */
  private static Client here(Client client, Tenant tenant) {
    return client.application().type() == ApplicationType.SAML
        ? client.returningTo(tenant.url("/api/saml-applications/" + client.id() + "/callback"))
        : client;
  }

  /** One that nobody has registered, as it describes itself. */
  private static Client described(Application application) {
    return new Client(
        application,
        ApplicationAuthentication.ANY,
        ApplicationProtocol.DEFAULT,
        List.of(),
        List.of(),
        RedirectUris.asWritten(application.oidcClientMetadata().redirectUris(), true),
        new RedirectUris(List.of(), false));
  }

  private Optional<Client> load(Tenant tenant, String id) {
    return applications.find(tenant.id(), id).map(application -> client(tenant, application));
  }

  private Client client(Tenant tenant, Application application) {
    var metadata = application.oidcClientMetadata();
    ApplicationAuthentication authentication = authentications.of(tenant.id(), application.id());
    ApplicationProtocol protocol = protocols.of(tenant.id(), application.id());
    boolean byTheLetter = application.strictOidc() || authentication.heldToFapi();
    List<String> own =
        protocol.waitsForPeople() ? List.of(BACKCHANNEL_RETURN) : BUILT_IN.get(application.id());
    return new Client(
        application,
        authentication,
        protocol,
        application.type().confidential()
            ? applications.secrets(tenant.id(), application.id())
            : List.of(),
        keys(authentication.jwks()),
        addresses(
            byTheLetter,
            application.customClientMetadata().deviceFlow()
                ? List.of(tenant.url(DEVICE_RETURN))
                : with(metadata.redirectUris(), tenant, own),
            application.type() == ApplicationType.Native),
        addresses(
            byTheLetter,
            with(
                metadata.postLogoutRedirectUris(),
                tenant,
                BUILT_IN_SIGNED_OUT.get(application.id())),
            false));
  }

  private static RedirectUris addresses(
      boolean byTheLetter, List<String> registered, boolean anyLoopbackPort) {
    return byTheLetter
        ? RedirectUris.asWritten(registered, anyLoopbackPort)
        : new RedirectUris(registered, anyLoopbackPort);
  }

  private static List<VerificationKey> keys(@Nullable ObjectNode jwks) {
    try {
      return jwks == null ? List.of() : VerificationKey.allOf(JWKSet.parse(jwks.toString()));
    } catch (ParseException e) {
      throw new IllegalStateException("a key set was stored that cannot be read", e);
    }
  }

  private static List<String> with(
      List<String> registered, Tenant tenant, @Nullable List<String> builtIn) {
    if (builtIn == null) {
      return registered;
    }
    List<String> all = new ArrayList<>(registered);
    builtIn.forEach(path -> all.add(tenant.url(path)));
    return all;
  }
}
