package io.gatehouse.branding.wellknown;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.tenant.TenantId;
import java.util.Optional;

/** The prompt of a provider by which people sign in without leaving the page. */
public interface OneTapPrompt {
  /**
   * A prompt as pages need it.
   *
   * @param target the provider, which must be switched on
   * @param settings with {@code clientId} and {@code connectorId}
   */
  record Shown(String target, ObjectNode settings) {}

  /** The tenant's, where a connector for it is set up rightly. */
  Optional<Shown> find(TenantId tenant);
}
