package io.gatehouse.branding;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.tenant.TenantId;

/** The sign-in settings as the API answers them: whose they are, and their members beside it. */
public record SignInExperienceRow(
    TenantId tenantId, String id, @JsonUnwrapped SignInExperience settings) {
  private static final String ID = "default";

  public SignInExperienceRow(TenantId tenant, SignInExperience settings) {
    this(tenant, ID, settings);
  }
}
