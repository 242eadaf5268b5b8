package io.gatehouse.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** Which tenant a row, a key or a request belongs to. Handed over explicitly; never ambient. */
public record TenantId(@JsonValue String value) {
  /** The tenant of the core listener. */
  public static final TenantId DEFAULT = new TenantId("default");

  /** The tenant whose users and applications manage the others. */
  public static final TenantId ADMIN = new TenantId("admin");

  /** How long an id may be. */
  public static final int MAX_LENGTH = 21;

  public TenantId {
    Objects.requireNonNull(value);
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a tenant id has 1 to 21 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
