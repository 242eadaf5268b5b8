package io.gatehouse.management.openapi;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Differences from the contract's document that are no gaps: the servers that it describes do not
 * behave as it says, or what it says is nothing that a client could count on.
 *
 * @param operation a regular expression for the operation
 * @param difference a regular expression for what differs
 */
record Settled(Pattern operation, Pattern difference, String why) {
  private static final String NEVER_ANSWERED =
      "behaviour says that the operation never answers it: who is not related is answered 404";

  static final List<Settled> ALL =
      List.of(
          of(
              ".*",
              "status 500",
              "behaviour says that a failure is answered with the 4xx that fits; a fault of ours is"
                  + " no part of the contract"),
          of("DELETE /applications/\\{id}", "status 422", "no application has domains of its own"),
          of(
              "DELETE /my-account/identities/\\{target}",
              "status 422",
              "behaviour says that the last way to sign in is kept by a 400"),
          of(
              "POST /my-account/user-assets/avatar",
              "body `file` is required here",
              "behaviour says that an upload without a file is refused"),
          of(
              "POST /verifications/web-authn/registration/verify",
              "body `payload\\..*`",
              "what a browser repeats of a passkey is read from the attestation itself, so it may be"
                  + " sent and is ignored"),
          of(
              "POST /verifications/social/verify",
              "body `verificationId`",
              "behaviour says that the proof is named by `verificationRecordId`"),
          of(
              "POST /applications/\\{id}/protected-app-metadata/custom-domains",
              "status (201|409)",
              "no proxy for protected applications is part of the product, so none is added"),
          of(
              "PATCH /applications/\\{id}/secrets/\\{name}",
              "status 204",
              "behaviour says that the changed secret is answered, with 200"),
          of(
              "POST /configs/jwt-customizer/test",
              "body `payload(\\..*)?`",
              "behaviour says that script, token and context are the body's own members"),
          of(
              "POST /hooks/\\{id}/test",
              "body `event`",
              "behaviour says that a test takes the list `events` alone"),
          of(
              "DELETE /organization-roles/\\{id}/(resource-)?scopes/.*",
              "status 422",
              NEVER_ANSWERED),
          of(
              "DELETE /organizations/\\{id}/(users|applications|jit/roles|jit/sso-connectors)/[^/]*",
              "status 422",
              NEVER_ANSWERED),
          of(
              "GET /organizations/\\{id}/users/\\{userId}/scopes",
              "status 422",
              "behaviour says that who is no member is answered an empty list"),
          of(
              "GET /roles/\\{id}/applications",
              "status 204",
              "behaviour says that an empty list is answered, with 200"),
          of(
              "POST /roles/\\{id}/scopes",
              "status 200",
              "behaviour says that all scopes of the role are answered, with 201"),
          of(
              "PATCH /sign-in-exp",
              "query `removeUnusedDemoSocialConnector`",
              "there are no connectors for demonstration that could be removed"),
          of(
              "PATCH /sign-in-exp",
              "body `passwordExpiration.enabledAt`",
              "behaviour says that a client's value is ignored: the server sets it"),
          of(
              "(PUT|PATCH) /configs/jwt-customizer/\\{tokenTypePath}",
              "body `script` is required here",
              "behaviour says that a customizer is nothing without its script"),
          of(
              "POST /(user-assets|sign-in-exp/default/custom-ui-assets)",
              "body `file` is required here",
              "behaviour says that a form without a file is refused"),
          of("POST /users", "status 404", "nothing that could be missing is named"));

  private static Settled of(String operation, String difference, String why) {
    return new Settled(Pattern.compile(operation), Pattern.compile(difference), why);
  }

  boolean settles(String label, String what) {
    return operation.matcher(label).matches() && difference.matcher(what).matches();
  }
}
