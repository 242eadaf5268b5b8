package io.gatehouse.application;

import io.gatehouse.application.metadata.CustomClientMetadata;
import io.gatehouse.application.metadata.OidcClientMetadata;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** What an application may be; the order of the checks is what clients see. */
final class ApplicationRules {
  private static final Set<ApplicationType> THIRD_PARTY =
      Set.of(ApplicationType.Traditional, ApplicationType.SPA, ApplicationType.Native);
  private static final Pattern SUBDOMAIN = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private ApplicationRules() {}

  static void check(ApplicationInput input) {
    if (input.type() == ApplicationType.SAML) {
      throw ApplicationError.USE_SAML_API.exception();
    }
    if (input.custom().deviceFlow() && input.type() != ApplicationType.Native) {
      throw ApplicationError.DEVICE_FLOW_NATIVE_ONLY.exception();
    }
    if (input.type() == ApplicationType.Protected && input.protectedAppMetadata() == null) {
      throw ApplicationError.PROTECTED_METADATA_REQUIRED.exception();
    }
    if (input.thirdParty() && !THIRD_PARTY.contains(input.type())) {
      throw ApplicationError.INVALID_THIRD_PARTY_TYPE.exception();
    }
    refuseTokenExchange(input.thirdParty(), input.custom());
    if (input.type() == ApplicationType.Protected && input.protectedAppMetadata() != null) {
      if (!SUBDOMAIN.matcher(input.protectedAppMetadata().subDomain()).matches()) {
        throw ApplicationError.INVALID_SUBDOMAIN.exception();
      }
    }
  }

  /**
   * Whether the change may be made.
   *
   * @param accessRules whether the application has rules of access
   * @param fapi whether it is held to FAPI 2.0
   */
  static void check(
      Application before,
      ApplicationPatch patch,
      BooleanSupplier accessRules,
      BooleanSupplier fapi) {
    refuseSaml(before);
    if (Boolean.TRUE.equals(patch.appLevelAccessControlEnabled()) && !accessRules.getAsBoolean()) {
      throw ApplicationError.accessRulesMissing("Access control needs at least one rule.");
    }
    OidcClientMetadata addresses = patch.oidcClientMetadata();
    if (addresses != null && !addresses.answeredSafely() && fapi.getAsBoolean()) {
      throw ApplicationError.unsafeRedirectUri();
    }
    CustomClientMetadata custom = patch.customClientMetadata();
    if (custom != null) {
      refuseTokenExchange(before.thirdParty(), custom);
      if (custom.deviceFlow() != before.customClientMetadata().deviceFlow()) {
        throw ApplicationError.DEVICE_FLOW_NOT_CHANGEABLE.exception();
      }
    }
    if (patch.protectedAppMetadata().value() != null) {
      if (before.type() != ApplicationType.Protected) {
        throw ApplicationError.PROTECTED_ONLY.exception();
      }
      if (before.protectedAppMetadata() == null) {
        throw ApplicationError.PROTECTED_MISCONFIGURED.exception();
      }
    }
  }

  static void refuseSaml(Application application) {
    if (application.type() == ApplicationType.SAML) {
      throw ApplicationError.USE_SAML_API.exception();
    }
  }

  private static void refuseTokenExchange(boolean thirdParty, CustomClientMetadata custom) {
    if (thirdParty && Boolean.TRUE.equals(custom.allowTokenExchange())) {
      throw ApplicationError.THIRD_PARTY_CANNOT_EXCHANGE_TOKENS.exception();
    }
  }
}
