package io.gatehouse.interaction.step;

import io.gatehouse.branding.SignInExperience;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;

/** A person at a step: what is known before it, and the settings that hold. */
public record Journey(
    Tenant tenant,
    Interaction interaction,
    InteractionState state,
    SignInExperience experience,
    Visitor visitor) {

  public TenantId tenantId() {
    return tenant.id();
  }

  /** Names the interaction, for webhooks and the log. */
  public String name() {
    return interaction.name();
  }

  /** The same with the state after a step. */
  public Journey with(InteractionState changed) {
    return new Journey(tenant, interaction, changed, experience, visitor);
  }

  /** The same with the interaction as it was just written. */
  public Journey with(Interaction written) {
    return new Journey(tenant, written, state, experience, visitor);
  }
}
