package io.gatehouse.oidc.authorize.check;

/** One requirement on an authorization request. */
@FunctionalInterface
interface Check {
  /**
   * The request with what this check has found out.
   *
   * @throws io.gatehouse.protocol.OAuthException when the requirement is not met
   */
  Draft apply(Draft draft);
}
