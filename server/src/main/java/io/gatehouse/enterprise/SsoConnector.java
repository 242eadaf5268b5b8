package io.gatehouse.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider as a tenant has configured it.
 *
 * @param providerName names its kind
 * @param connectorName what administrators call it
 * @param domains of e-mail addresses whose people sign in there, in lower case
 * @param syncProfile whether each sign-in brings name and picture anew
 * @param enableTokenStorage whether the provider's tokens are kept
 */
public record SsoConnector(
    TenantId tenantId,
    String id,
    String providerName,
    String connectorName,
    ObjectNode config,
    List<String> domains,
    Branding branding,
    boolean syncProfile,
    boolean enableTokenStorage,
    Instant createdAt) {

  /** How it shows itself to people. */
  @JsonInclude(Include.NON_NULL)
  public record Branding(
      @Nullable String displayName, @Nullable String logo, @Nullable String darkLogo) {
    static final Branding NONE = new Branding(null, null, null);
  }
}
