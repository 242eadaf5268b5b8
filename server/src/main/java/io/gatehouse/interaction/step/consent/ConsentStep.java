package io.gatehouse.interaction.step.consent;

import io.gatehouse.application.Application;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.InteractionError;
import io.gatehouse.interaction.InteractionResult;
import io.gatehouse.interaction.Interactions;
import io.gatehouse.organization.consent.ConsentOrganizations;
import io.gatehouse.platform.db.Db;
import io.gatehouse.protocol.ClientIdUrl;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Ends a consent: granted by the rules for applications of the house, else by the person. */
@Singleton
public class ConsentStep {
  /** In the state of an interaction that the authorization endpoint began only to say no. */
  public static final String REFUSED = "refused";

  private final Interactions interactions;
  private final ConsentOrganizations organizations;
  private final Db db;

  ConsentStep(Interactions interactions, ConsentOrganizations organizations, Db db) {
    this.interactions = interactions;
    this.organizations = organizations;
    this.db = db;
  }

  /** Whether the person has to be asked. */
  public boolean asks(Application application) {
    return application.thirdParty();
  }

  /** Whether the application's access control shuts the person out. */
  public boolean refuses(Interaction interaction) {
    return interaction.state().path(REFUSED).asBoolean();
  }

  /**
   * Grants what was missing.
   *
   * @param organizationIds where the application may act for the person, who has to belong to all
   *     of them; one that describes itself may act in one
   */
  public Interaction allow(TenantId tenant, Interaction interaction, List<String> organizationIds) {
    if (refuses(interaction)) {
      throw ConsentError.ACCESS_DENIED.exception();
    }
    List<String> chosen = organizationIds.stream().distinct().toList();
    return db.transaction(
        tenant,
        () -> {
          if (!chosen.isEmpty()) {
            letIn(tenant, interaction, chosen);
          }
          return interactions.finish(
              tenant, interaction, interaction.state(), InteractionResult.consent(chosen));
        });
  }

  /** Once for all grants of an application; for the grant to come of one that describes itself. */
  private void letIn(TenantId tenant, Interaction interaction, List<String> chosen) {
    String application = interaction.applicationId();
    if (!ClientIdUrl.named(application)) {
      organizations.consent(tenant, application, session(interaction), chosen);
      return;
    }
    if (chosen.size() > 1) {
      throw ConsentError.ONE_ORGANIZATION.exception(
          Map.of("details", "This client may act in one organization at most."), Map.of());
    }
    organizations.requireMember(tenant, session(interaction), chosen.getFirst());
  }

  private static String session(Interaction interaction) {
    String id = interaction.sessionId();
    if (id == null) {
      throw InteractionError.SESSION_NOT_FOUND.exception();
    }
    return id;
  }

  /** Ends the authorization. */
  public Interaction deny(TenantId tenant, Interaction interaction) {
    return end(tenant, interaction, "access_denied");
  }

  /** Gives the whole interaction up. */
  public Interaction abort(TenantId tenant, Interaction interaction) {
    return end(tenant, interaction, "access_denied");
  }

  private Interaction end(TenantId tenant, Interaction interaction, String error) {
    return interactions.finish(
        tenant, interaction, interaction.state(), InteractionResult.error(error));
  }
}
