package io.gatehouse.application.authentication;

import io.gatehouse.application.Application;
import io.gatehouse.application.ApplicationError;
import io.gatehouse.application.Applications;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;

/** How the applications of a tenant prove that they are themselves. */
@Singleton
public class ApplicationAuthentications {
  private static final String NOUN = "application.authentication";

  private final ApplicationAuthenticationStore store;
  private final Applications applications;
  private final AdminChanges changes;

  ApplicationAuthentications(
      ApplicationAuthenticationStore store, Applications applications, AdminChanges changes) {
    this.store = store;
    this.applications = applications;
    this.changes = changes;
  }

  /** How the application does. */
  public ApplicationAuthentication of(TenantId tenant, String applicationId) {
    return store.find(tenant, applicationId).orElse(ApplicationAuthentication.ANY);
  }

  ApplicationAuthentication get(TenantId tenant, String applicationId) {
    return of(tenant, applications.get(tenant, applicationId).id());
  }

  /** Sets how the application proves that it is itself. */
  public ApplicationAuthentication replace(
      TenantId tenant, Actor actor, String applicationId, ApplicationAuthentication wanted) {
    Application application = applications.get(tenant, applicationId);
    if (application.builtIn()) {
      throw EntityError.missing("applications", applicationId);
    }
    changes.make(
        tenant,
        actor,
        Applications.TOPIC,
        AdminChange.updated(NOUN, applicationId, of(tenant, applicationId), wanted),
        () -> {
          // Its addresses are not changed meanwhile.
          check(applications.hold(tenant, applicationId), wanted);
          store.replace(tenant, applicationId, wanted);
        });
    return wanted;
  }

  private static void check(Application application, ApplicationAuthentication wanted) {
    AuthenticationMethod method = wanted.method();
    boolean proves =
        method != null && method != AuthenticationMethod.NONE
            || wanted.heldToFapi()
            || wanted.bindsTokens();
    if (proves && !application.type().confidential()) {
      throw refused("This type of application cannot authenticate.");
    }
    if (method == AuthenticationMethod.NONE && application.type().confidential()) {
      throw refused("This type of application must authenticate.");
    }
    // "The jwks_uri and jwks parameters MUST NOT be used together" [OpenID Connect Registration §2]
    if (wanted.jwks() != null && wanted.jwksUri() != null) {
      throw refused("Keys are either given or published at an address.");
    }
    if (method == AuthenticationMethod.PRIVATE_KEY_JWT && !wanted.hasKeys()) {
      throw refused("Assertions need a key to be checked with.");
    }
    if (wanted.certificateName() != null && !wanted.certificateName().valid()) {
      throw refused("A certificate is known by exactly one name, in its form.");
    }
    if (method == AuthenticationMethod.TLS_CLIENT_AUTH && wanted.certificateName() == null) {
      throw refused("Which certificate is the application's is known by a name in it.");
    }
    if (method == AuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH && !wanted.hasKeys()) {
      throw refused("A certificate that nobody else signed must be among the keys.");
    }
    if (wanted.heldToFapi() && !(method != null && method.byKey())) {
      throw refused("FAPI asks for a method by which the application shows a key of its own.");
    }
    if (wanted.heldToFapi() && !application.oidcClientMetadata().answeredSafely()) {
      throw ApplicationError.unsafeRedirectUri();
    }
  }

  private static RuntimeException refused(String reason) {
    return ApplicationError.contradictory(reason);
  }
}
