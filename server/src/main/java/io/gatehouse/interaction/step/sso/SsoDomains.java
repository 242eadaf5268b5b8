package io.gatehouse.interaction.step.sso;

import io.gatehouse.branding.SignInExperience;
import io.gatehouse.enterprise.SsoButton;
import io.gatehouse.enterprise.SsoButtons;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses belong to enterprises, whose people sign in there and nowhere else. The domain
 * alone decides: nobody learns whether there is an account.
 */
@Singleton
public class SsoDomains {
  private final SsoButtons enterprises;

  SsoDomains(SsoButtons enterprises) {
    this.enterprises = enterprises;
  }

  /** Whether there is an enterprise to sign in through at all. */
  public boolean any(TenantId tenant, SignInExperience experience) {
    return experience.singleSignOnEnabled() && !enterprises.of(tenant, List.of()).isEmpty();
  }

  /** Whether there is this connector to sign in by. */
  public boolean has(Journey journey, String connectorId) {
    return journey.experience().singleSignOnEnabled()
        && enterprises.of(journey.tenantId(), List.of()).stream()
            .anyMatch(each -> each.id().equals(connectorId));
  }

  /** The connectors that the address's people come by. */
  public List<SsoButton> of(Journey journey, String email) {
    return journey.experience().singleSignOnEnabled()
        ? enterprises.ofEmail(journey.tenantId(), email, journey.visitor().languages())
        : List.of();
  }

  /** Refuses an address that belongs to an enterprise. */
  public void refuseOwned(Journey journey, @Nullable String email) {
    List<SsoButton> connectors = email == null ? List.of() : of(journey, email);
    if (!connectors.isEmpty()) {
      throw StepError.SSO_ENABLED.withData(Map.of("ssoConnectors", connectors));
    }
  }
}
