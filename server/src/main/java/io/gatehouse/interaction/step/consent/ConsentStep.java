package io.gatehouse.interaction.step.consent;

import io.gatehouse.application.Application;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.InteractionResult;
import io.gatehouse.interaction.Interactions;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/** Ends a consent: granted by the rules for applications of the house, else by the person. */
@Singleton
public class ConsentStep {
  /** In the state of an interaction that the authorization endpoint began only to say no. */
  public static final String REFUSED = "refused";

  private final Interactions interactions;

  ConsentStep(Interactions interactions) {
    this.interactions = interactions;
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
   * @param organizationIds whose member the person has to be; nobody is a member of any yet
   */
  public Interaction allow(TenantId tenant, Interaction interaction, List<String> organizationIds) {
    if (refuses(interaction)) {
      throw ConsentError.ACCESS_DENIED.exception();
    }
    if (!organizationIds.isEmpty()) {
      throw ConsentError.NO_MEMBER.exception();
    }
    return interactions.finish(
        tenant, interaction, interaction.state(), InteractionResult.consent(organizationIds));
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
