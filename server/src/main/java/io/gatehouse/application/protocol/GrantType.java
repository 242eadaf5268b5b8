package io.gatehouse.application.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How tokens are got, by the names of client registration. [RFC 7591 §2] */
public enum GrantType {
  AUTHORIZATION_CODE("authorization_code"),
  IMPLICIT("implicit"),
  REFRESH_TOKEN("refresh_token"),
  CLIENT_CREDENTIALS("client_credentials"),
  DEVICE_CODE("urn:ietf:params:oauth:grant-type:device_code"),
  JWT_BEARER("urn:ietf:params:oauth:grant-type:jwt-bearer"),
  BACKCHANNEL("urn:openid:params:grant-type:ciba");

  private final String code;

  GrantType(String code) {
    this.code = code;
  }

  /** As on the wire. */
  @JsonValue
  public String code() {
    return code;
  }

  public static Optional<GrantType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }
}
