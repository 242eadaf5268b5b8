package io.gatehouse.connectors.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialUserInfo;

/** People as OpenID Connect describes them (Core §5.1). */
public final class StandardClaims {
  private StandardClaims() {}

  /** Their address counts only where the provider says that it is verified. */
  public static SocialUserInfo of(Fields in, JsonNode raw) {
    return new SocialUserInfo(
        in.id("sub"),
        in.coercedFlag("email_verified") ? in.optionalText("email") : null,
        null,
        in.optionalText("name"),
        in.optionalText("picture"),
        raw);
  }
}
