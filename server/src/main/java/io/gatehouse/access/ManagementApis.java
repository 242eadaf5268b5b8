package io.gatehouse.access;

import java.util.regex.Pattern;

/**
 * Recognises the resources that stand for a tenant's Management API; clients may not change them.
 */
public final class ManagementApis {
  private static final Pattern INDICATOR =
      Pattern.compile("https://[^.:/?#\\s]+\\.logto\\.app/api");

  private ManagementApis() {}

  /** Whether the indicator is {@code https://<tenant>.logto.app/api}. */
  public static boolean includes(String indicator) {
    return INDICATOR.matcher(indicator).matches();
  }
}
