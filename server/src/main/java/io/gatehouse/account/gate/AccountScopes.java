package io.gatehouse.account.gate;

/** The scopes that open parts of an account. */
public final class AccountScopes {
  public static final String PROFILE = "profile";
  public static final String EMAIL = "email";
  public static final String PHONE = "phone";
  public static final String ADDRESS = "address";
  public static final String CUSTOM_DATA = "custom_data";
  public static final String IDENTITIES = "identities";
  public static final String SESSIONS = "urn:logto:scope:sessions";
  public static final String TRUSTED_DEVICES = "urn:logto:scope:trusted_devices";

  private AccountScopes() {}
}
