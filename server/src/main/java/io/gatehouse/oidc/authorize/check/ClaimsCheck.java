package io.gatehouse.oidc.authorize.check;

import io.gatehouse.oidc.issue.ClaimsRequest;
import org.jspecify.annotations.Nullable;

/** Single claims, asked for by {@code claims} or {@code acr_values}. [OpenID Connect Core §5.5] */
final class ClaimsCheck {
  private ClaimsCheck() {}

  static @Nullable ClaimsRequest read(Asking asking) {
    String strength = asking.parameters().get("acr_values");
    return ClaimsRequest.of(
        asking.parameters().get("claims"),
        strength == null ? asking.client().protocol().acrValues() : strength);
  }
}
