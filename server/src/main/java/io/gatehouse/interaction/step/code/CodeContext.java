package io.gatehouse.interaction.step.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.Applications;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.organization.OrganizationId;
import io.gatehouse.organization.Organizations;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * What the template of a code may name besides the code: the application that the person signs in
 * to, the organization that it asked for, and the person where they are known already.
 */
@Singleton
class CodeContext {
  private final Applications applications;
  private final Organizations organizations;
  private final Users users;

  CodeContext(Applications applications, Organizations organizations, Users users) {
    this.applications = applications;
    this.organizations = organizations;
    this.users = users;
  }

  /** {@code application}, {@code organization}, {@code user}: those that there are. */
  ObjectNode of(Journey journey) {
    ObjectNode context = JsonCodec.object();
    Interaction interaction = journey.interaction();
    applications
        .find(journey.tenantId(), interaction.applicationId())
        .ifPresent(found -> context.set("application", Applications.members(found)));
    @Nullable String organization = interaction.parameter("organization_id");
    if (organization != null) {
      organizations
          .find(journey.tenantId(), new OrganizationId(organization))
          .ifPresent(found -> context.set("organization", Organizations.told(found)));
    }
    @Nullable String user = journey.state().userId();
    if (user != null) {
      users
          .find(journey.tenantId(), user)
          .ifPresent(found -> context.set("user", Users.told(found)));
    }
    return context;
  }
}
