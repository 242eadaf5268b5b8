package io.gatehouse.branding.profilefield;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with a custom profile field. */
public enum ProfileFieldError implements ErrorCode {
  INVALID_NAME("custom_profile_fields.invalid_name", 400),
  NAME_IS_BUILT_IN("custom_profile_fields.name_conflict_built_in_prop", 400),
  NAME_IS_CUSTOM_DATA("custom_profile_fields.name_conflict_custom_data", 400),
  NAME_IS_IDENTIFIER("custom_profile_fields.name_conflict_sign_in_identifier", 400),
  NAME_EXISTS("custom_profile_fields.name_exists", 422),
  INVALID_BOUNDS("custom_profile_fields.invalid_min_max_input", 400),
  INVALID_ADDRESS("custom_profile_fields.invalid_address_components", 400),
  INVALID_FULLNAME("custom_profile_fields.invalid_fullname_components", 400),
  INVALID_PART("custom_profile_fields.invalid_sub_component_type", 400),
  INVALID_DEFAULT("custom_profile_fields.invalid_default_value", 400),
  INVALID_OPTIONS("custom_profile_fields.invalid_options", 400),
  INVALID_REGEX("custom_profile_fields.invalid_regex_format", 400),
  UNKNOWN_NAMES("custom_profile_fields.entity_not_exists_with_names", 400);

  private final String code;
  private final int status;

  ProfileFieldError(String code, int status) {
    this.code = code;
    this.status = status;
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
