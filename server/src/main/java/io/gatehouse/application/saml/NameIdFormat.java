package io.gatehouse.application.saml;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** How a service provider is told who somebody is: SAML 2.0 Core §8.3. */
public enum NameIdFormat {
  @JsonProperty("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent")
  PERSISTENT("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"),
  @JsonProperty("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress")
  EMAIL("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"),
  @JsonProperty("urn:oasis:names:tc:SAML:2.0:nameid-format:transient")
  TRANSIENT("urn:oasis:names:tc:SAML:2.0:nameid-format:transient"),
  @JsonProperty("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified")
  UNSPECIFIED("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified");

  private final String urn;

  NameIdFormat(String urn) {
    this.urn = urn;
  }

  public String urn() {
    return urn;
  }

  static NameIdFormat of(String urn) {
    return Arrays.stream(values()).filter(one -> one.urn.equals(urn)).findFirst().orElseThrow();
  }
}
