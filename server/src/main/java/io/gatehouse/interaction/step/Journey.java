package io.gatehouse.interaction.step;

import io.gatehouse.branding.SignInExperience;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;

/** A person at a step: what is known before it, and the settings that hold. */
public record Journey(
    Tenant tenant,
    Interaction interaction,
    InteractionState state,
    SignInExperience experience,
    Visitor visitor) {

  private static final int NAME_LENGTH = 21;

  public TenantId tenantId() {
    return tenant.id();
  }

  /** Names the interaction without giving away its id, which is the browser's secret. */
  public String name() {
    return Digests.sha256Hex(interaction.id()).substring(0, NAME_LENGTH);
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
