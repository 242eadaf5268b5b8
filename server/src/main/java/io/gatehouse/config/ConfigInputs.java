package io.gatehouse.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the settings. Those that are stored as they come are also the answers. */
interface ConfigInputs {

  /** How long a session lives without use, in seconds. */
  @Input
  record Session(@Nullable @Min(1) @Max(31_536_000) Integer ttl) {}

  /** Whether clients may be known by the address of their metadata. */
  @Input
  record Cimd(@Nullable Boolean enabled) {}

  /** Claims of ID tokens beyond the standard ones. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record IdToken(@Nullable List<ExtendedClaim> enabledExtendedClaims) {}

  /** The claims that can be switched on. */
  enum ExtendedClaim {
    custom_data,
    identities,
    sso_identities,
    roles,
    organizations,
    organization_data,
    organization_roles
  }

  /** What the Console remembers of its set-up. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AdminConsole(
      @Nullable Boolean signInExperienceCustomized,
      @Nullable Boolean organizationCreated,
      @Nullable Migration developmentTenantMigrationNotification,
      @Nullable Charges checkedChargeNotification) {

    /** A notice about the tenant's plan. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Migration(boolean isPaidTenant, String tag, @Nullable Double readAt) {}

    /** Which notices about charges were seen. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Charges(
        @Nullable Boolean token,
        @Nullable Boolean apiResource,
        @Nullable Boolean machineToMachineApp,
        @Nullable Boolean tenantMember) {}
  }

  /** How a key is to be succeeded. */
  @Input
  record Rotation(
      @Nullable KeyFamily signingKeyAlgorithm, @Nullable @Min(0) Integer rotationGracePeriod) {}

  /** The families that signing keys come from. */
  enum KeyFamily {
    RSA,
    EC;

    SigningAlgorithm algorithm() {
      return switch (this) {
        case RSA -> SigningAlgorithm.RS256;
        case EC -> SigningAlgorithm.ES384;
      };
    }
  }

  /** Which keys are meant. */
  enum KeyType {
    @JsonProperty("private-keys")
    PRIVATE,
    @JsonProperty("cookie-keys")
    COOKIE
  }
}
