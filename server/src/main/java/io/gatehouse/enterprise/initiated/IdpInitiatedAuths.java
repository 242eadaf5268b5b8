package io.gatehouse.enterprise.initiated;

import io.gatehouse.application.Application;
import io.gatehouse.application.Applications;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.enterprise.SsoConnectors;
import io.gatehouse.enterprise.SsoError;
import io.gatehouse.enterprise.provider.Provider;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Everything that can be done with sign-ins that begin at a provider, until somebody comes. */
@Singleton
public class IdpInitiatedAuths {
  private static final String NOUN = "sso_connector.idp_initiated_auth";

  private final IdpInitiatedAuthStore store;
  private final SsoConnectors connectors;
  private final Applications applications;
  private final AdminChanges changes;
  private final InstantSource clock;

  IdpInitiatedAuths(
      IdpInitiatedAuthStore store,
      SsoConnectors connectors,
      Applications applications,
      AdminChanges changes,
      InstantSource clock) {
    this.store = store;
    this.connectors = connectors;
    this.applications = applications;
    this.changes = changes;
    this.clock = clock;
  }

  /** Where people get to from the connector's provider; nowhere, unless somebody has said. */
  public Optional<IdpInitiatedAuth> find(TenantId tenant, String connectorId) {
    return store.find(tenant, connectorId);
  }

  /** Where the browser goes on to from the connector's provider. */
  public URI next(Tenant tenant, IdpInitiatedAuth auth) {
    Application application =
        applications
            .find(tenant.id(), auth.defaultApplicationId())
            .orElseThrow(SsoError.TRIP_NOT_FOUND::exception);
    return FirstAddress.of(tenant, auth, application);
  }

  IdpInitiatedAuth get(TenantId tenant, String connectorId) {
    return find(tenant, connectorId).orElseThrow(EntityError.NOT_FOUND::exception);
  }

  IdpInitiatedAuth replace(
      TenantId tenant, Actor actor, String connectorId, IdpInitiatedAuthInput input) {
    IdpInitiatedAuth wanted =
        input.of(tenant, connectorId, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    Provider provider = SsoConnectors.provider(connectors.get(tenant, connectorId));
    if (provider.type() != Provider.Type.SAML) {
      throw SsoError.IDP_INITIATED_NOT_SUPPORTED.exception();
    }
    check(wanted, applications.get(tenant, wanted.defaultApplicationId()));
    Optional<IdpInitiatedAuth> before = find(tenant, connectorId);
    return changes.make(
        tenant,
        actor,
        SsoConnectors.TOPIC,
        () -> {
          applications.hold(tenant, wanted.defaultApplicationId());
          return store.replace(wanted);
        },
        after ->
            before
                .map(old -> AdminChange.updated(NOUN, connectorId, old, after))
                .orElseGet(() -> AdminChange.created(NOUN, connectorId, after)));
  }

  private static void check(IdpInitiatedAuth wanted, Application application) {
    boolean own = !application.thirdParty();
    boolean fits =
        switch (application.type()) {
          case SAML -> true;
          case Traditional -> own;
          case SPA -> own && !wanted.autoSendAuthorizationRequest();
          case Native, MachineToMachine, Protected -> false;
        };
    if (!fits) {
      throw SsoError.IDP_INITIATED_APPLICATION.exception(Map.of("type", application.type().name()));
    }
    String redirectUri = wanted.redirectUri();
    if (redirectUri != null
        && !application.oidcClientMetadata().redirectUris().contains(redirectUri)) {
      throw SsoError.IDP_INITIATED_REDIRECT_URI.exception();
    }
  }

  void delete(TenantId tenant, Actor actor, String connectorId) {
    IdpInitiatedAuth before = get(tenant, connectorId);
    changes.make(
        tenant,
        actor,
        SsoConnectors.TOPIC,
        AdminChange.deleted(NOUN, connectorId, before),
        () -> {
          if (!store.delete(tenant, connectorId)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }
}
