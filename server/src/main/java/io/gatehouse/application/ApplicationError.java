package io.gatehouse.application;

import io.gatehouse.platform.error.ErrorCode;
import io.gatehouse.platform.error.RequestException;
import java.util.Map;

/** What can be wrong with an application. */
public enum ApplicationError implements ErrorCode {
  USE_SAML_API("application.saml.use_saml_app_api", 400),
  DEVICE_FLOW_NATIVE_ONLY("application.device_flow_native_only", 422),
  DEVICE_FLOW_NOT_CHANGEABLE("application.device_flow_not_changeable", 422),
  PROTECTED_METADATA_REQUIRED("application.protected_app_metadata_is_required", 400),
  PROTECTED_NOT_CONFIGURED("application.protected_app_not_configured", 501),
  PROTECTED_ONLY("application.protected_application_only", 400),
  /** The same, as the operations on custom domains answer it. */
  DOMAINS_OF_PROTECTED_ONLY("application.protected_application_only", 422),
  CUSTOM_DOMAIN_NOT_FOUND("application.custom_domain_not_found", 404),
  PROTECTED_MISCONFIGURED("application.protected_application_misconfigured", 422),
  PROTECTED_SUBDOMAIN_EXISTS("application.protected_application_subdomain_exists", 422),
  INVALID_SUBDOMAIN("application.invalid_subdomain", 422),
  INVALID_THIRD_PARTY_TYPE("application.invalid_third_party_application_type", 400),
  THIRD_PARTY_CANNOT_EXCHANGE_TOKENS(
      "application.third_party_application_cannot_enable_token_exchange", 422),
  SECRET_NAME_EXISTS("application.secret_name_exists", 422),
  NO_LEGACY_SECRET("application.no_legacy_secret_found", 400),
  INVALID_TYPE("application.invalid_type", 422),
  INVALID_ROLE_TYPE("application.invalid_role_type", 422),
  THIRD_PARTY_ONLY("application.third_party_application_only", 422),
  CONSENT_SCOPES_NOT_FOUND("application.user_consent_scopes_not_found", 422),
  CONSENT_TO_MANAGEMENT_API("application.consent_management_api_scopes_not_allowed", 422),
  /** The switch without a rule would shut everybody out. */
  ACCESS_RULES_MISSING("request.invalid_input", 422),
  /** Settings that do not go together, or not with the application's type. */
  CONTRADICTORY("request.invalid_input", 422);

  private final String code;
  private final int status;

  ApplicationError(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /** {@link #ACCESS_RULES_MISSING} with the reason. */
  public static RequestException accessRulesMissing(String reason) {
    return ACCESS_RULES_MISSING.exception(Map.of("details", reason), Map.of());
  }

  /** {@link #CONTRADICTORY} with the reason. */
  public static RequestException contradictory(String reason) {
    return CONTRADICTORY.exception(Map.of("details", reason), Map.of());
  }

  /** {@link #CONTRADICTORY}, where FAPI does not let answers travel in the clear. */
  public static RequestException unsafeRedirectUri() {
    return contradictory("FAPI asks for redirect URIs with https, but for loopback addresses.");
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return status;
  }
}
