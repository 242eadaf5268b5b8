/**
 * Invitations: somebody is asked by e-mail to join an organization, perhaps with roles, until a
 * moment.
 *
 * <p>An invitation is Pending until it is Accepted or Revoked, each once, or its time is over. Of
 * one address and one organization one invitation is pending at a time. Who accepts must have the
 * invited address, and is a member from then on.
 *
 * <p>Routes: {@code /api/organization-invitations}. Tables: {@code organization_invitations},
 * {@code organization_invitation_roles}. {@link io.gatehouse.organization.invitation.Invitations}
 * is the only door.
 */
@NullMarked
package io.gatehouse.organization.invitation;

import org.jspecify.annotations.NullMarked;
