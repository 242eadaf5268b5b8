package io.gatehouse.branding.profilefield;

import java.util.Set;

/** Where in an account the answer to a question is kept. */
public enum Place {
  /** Beside the person's id: name and picture. */
  ACCOUNT,
  /** Among the standard claims. */
  PROFILE,
  /** Everything else. */
  CUSTOM_DATA;

  private static final Set<String> ACCOUNTS = Set.of("name", "avatar");
  private static final Set<String> STANDARD =
      Set.of(
          "familyName",
          "givenName",
          "middleName",
          "nickname",
          "profile",
          "website",
          "gender",
          "birthdate",
          "zoneinfo",
          "locale",
          "address");

  /** Of a member by its name. */
  public static Place of(String member) {
    if (ACCOUNTS.contains(member)) {
      return ACCOUNT;
    }
    return STANDARD.contains(member) ? PROFILE : CUSTOM_DATA;
  }
}
