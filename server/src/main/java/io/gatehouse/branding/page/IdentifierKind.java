package io.gatehouse.branding.page;

import java.util.Locale;

/** What a person may be known by on a sign-in page; the order is that of labels. */
public enum IdentifierKind {
  EMAIL,
  PHONE,
  USERNAME;

  /** The word in phrase keys and paths. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
