package io.gatehouse.organization.invitation;

/** What became of an invitation; the names are those of the API. */
enum InvitationStatus {
  Pending,
  Accepted,
  Expired,
  Revoked
}
