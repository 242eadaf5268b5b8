package io.gatehouse.enterprise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A connector to be made. */
@Input
record SsoConnectorInput(
    @Size(min = 1, max = 128) String providerName,
    @Size(min = 1, max = 128) String connectorName,
    @Nullable ObjectNode config,
    @Nullable List<@Size(max = 253) String> domains,
    SsoConnector.@Nullable Branding branding,
    @Nullable Boolean syncProfile,
    @Nullable Boolean enableTokenStorage) {

  SsoConnectorInput {
    domains = lower(domains);
  }

  /** What changes of a connector; its kind cannot. */
  @Input
  record Patch(
      @Nullable @Size(min = 1, max = 128) String connectorName,
      @Nullable ObjectNode config,
      @Nullable List<@Size(max = 253) String> domains,
      SsoConnector.@Nullable Branding branding,
      @Nullable Boolean syncProfile,
      @Nullable Boolean enableTokenStorage) {

    Patch {
      domains = lower(domains);
    }

    boolean isEmpty() {
      return connectorName == null
          && config == null
          && domains == null
          && branding == null
          && syncProfile == null
          && enableTokenStorage == null;
    }

    /** The connector after the change, with its configuration as the provider's kind has it. */
    SsoConnector applyTo(SsoConnector now, @Nullable ObjectNode checked) {
      return new SsoConnector(
          now.tenantId(),
          now.id(),
          now.providerName(),
          connectorName == null ? now.connectorName() : connectorName,
          checked == null ? now.config() : checked,
          domains == null ? now.domains() : domains,
          branding == null ? now.branding() : branding,
          syncProfile == null ? now.syncProfile() : syncProfile,
          enableTokenStorage == null ? now.enableTokenStorage() : enableTokenStorage,
          now.createdAt());
    }
  }

  private static @Nullable List<String> lower(@Nullable List<String> domains) {
    return domains == null
        ? null
        : domains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).toList();
  }
}
