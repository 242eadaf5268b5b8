package io.gatehouse.oidc.registration;

import io.gatehouse.application.Application;
import io.gatehouse.application.ApplicationInput;
import io.gatehouse.application.ApplicationType;
import io.gatehouse.application.Applications;
import io.gatehouse.application.authentication.ApplicationAuthentications;
import io.gatehouse.application.consent.ConsentScopes;
import io.gatehouse.application.consent.ConsentScopesInput;
import io.gatehouse.application.metadata.CustomClientMetadata;
import io.gatehouse.application.protocol.ApplicationProtocols;
import io.gatehouse.application.registration.RegistrationPolicy;
import io.gatehouse.audit.Actor;
import io.gatehouse.branding.application.ApplicationExperiences;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;

/** Writes what a client says of itself where administrators would. */
@Singleton
class RegisteredApplications {
  private final Applications applications;
  private final ApplicationAuthentications authentications;
  private final ApplicationProtocols protocols;
  private final ApplicationExperiences experiences;
  private final ConsentScopes scopes;

  RegisteredApplications(
      Applications applications,
      ApplicationAuthentications authentications,
      ApplicationProtocols protocols,
      ApplicationExperiences experiences,
      ConsentScopes scopes) {
    this.applications = applications;
    this.authentications = authentications;
    this.protocols = protocols;
    this.experiences = experiences;
    this.scopes = scopes;
  }

  /** A new application; belongs into a transaction. */
  Application create(
      TenantId tenant, Actor actor, RegistrationPolicy policy, ClientMetadata metadata) {
    boolean thirdParty =
        policy.asksConsent() && metadata.type() != ApplicationType.MachineToMachine;
    Application made =
        applications.create(
            tenant,
            actor,
            new ApplicationInput(
                metadata.name(),
                null,
                metadata.type(),
                metadata.addresses(),
                custom(metadata),
                null,
                thirdParty,
                null));
    applications.setStrictOidc(tenant, actor, made.id(), true);
    agree(tenant, actor, made.id(), metadata);
    if (thirdParty) {
      scopes.add(tenant, actor, made.id(), askable(policy, metadata));
    }
    return made;
  }

  /** The same application, as it describes itself now; belongs into a transaction. */
  Application change(TenantId tenant, Actor actor, String id, ClientMetadata metadata) {
    Application changed =
        applications.redescribe(tenant, actor, id, metadata.name(), metadata.addresses());
    agree(tenant, actor, id, metadata);
    return changed;
  }

  private void agree(TenantId tenant, Actor actor, String id, ClientMetadata metadata) {
    authentications.replace(tenant, actor, id, metadata.authentication());
    protocols.replace(tenant, actor, id, metadata.protocol());
    experiences.introduce(tenant, actor, id, metadata.introductions());
  }

  private static CustomClientMetadata custom(ClientMetadata metadata) {
    return metadata.device()
        ? new CustomClientMetadata(null, null, null, null, null, null, null, null, true, null)
        : CustomClientMetadata.EMPTY;
  }

  private static ConsentScopesInput askable(RegistrationPolicy policy, ClientMetadata metadata) {
    return metadata.scope().isEmpty()
        ? policy.askable()
        : policy.askable().within(metadata.scope().values());
  }
}
