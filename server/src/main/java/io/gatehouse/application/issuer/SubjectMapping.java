package io.gatehouse.application.issuer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which of our people the subject of an assertion is. */
public enum SubjectMapping {
  /** The one with this id. */
  ID,
  /** The one with this primary e-mail address. */
  EMAIL,
  /** The one whom a provider of identities knows by it. */
  IDENTITY;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** As on the wire and in the database. */
  @JsonValue
  public String code() {
    return code;
  }
}
