package io.gatehouse.oidc.token.exchange;

import java.util.Arrays;
import java.util.Optional;

/** What a presented token is. [RFC 8693 §3] */
public enum SubjectType {
  ACCESS_TOKEN("urn:ietf:params:oauth:token-type:access_token"),
  IMPERSONATION_TOKEN("urn:logto:token-type:impersonation_token"),
  PERSONAL_ACCESS_TOKEN("urn:logto:token-type:personal_access_token");

  private final String urn;

  SubjectType(String urn) {
    this.urn = urn;
  }

  /** Its identifier on the wire. */
  public String urn() {
    return urn;
  }

  static Optional<SubjectType> find(String urn) {
    return Arrays.stream(values()).filter(type -> type.urn.equals(urn)).findFirst();
  }
}
