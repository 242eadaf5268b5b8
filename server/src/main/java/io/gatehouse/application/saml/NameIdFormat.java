package io.gatehouse.application.saml;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How a service provider is told who somebody is: SAML 2.0 Core §8.3. */
enum NameIdFormat {
  PERSISTENT("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"),
  EMAIL("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"),
  TRANSIENT("urn:oasis:names:tc:SAML:2.0:nameid-format:transient"),
  UNSPECIFIED("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified");

  private final String urn;

  NameIdFormat(String urn) {
    this.urn = urn;
  }

  @JsonValue
  String urn() {
    return urn;
  }

  static NameIdFormat of(String urn) {
    return Arrays.stream(values()).filter(one -> one.urn.equals(urn)).findFirst().orElseThrow();
  }
}
