package io.gatehouse.organization.invitation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gatehouse.organization.OrganizationId;
import io.gatehouse.organization.member.RoleName;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is asked to join an organization.
 *
 * @param invitee the e-mail address as it was typed
 * @param organizationRoles what they get when they accept
 */
record Invitation(
    TenantId tenantId,
    InvitationId id,
    @Nullable String inviterId,
    String invitee,
    @Nullable String acceptedUserId,
    OrganizationId organizationId,
    InvitationStatus status,
    Instant createdAt,
    Instant updatedAt,
    Instant expiresAt,
    List<RoleName> organizationRoles) {

  /** As it is at a moment: who was not answered in time cannot be any more. */
  Invitation at(Instant now) {
    return status == InvitationStatus.Pending && !expiresAt.isAfter(now)
        ? as(InvitationStatus.Expired, acceptedUserId, updatedAt)
        : this;
  }

  Invitation as(InvitationStatus status, @Nullable String acceptedUserId, Instant updatedAt) {
    return new Invitation(
        tenantId,
        id,
        inviterId,
        invitee,
        acceptedUserId,
        organizationId,
        status,
        createdAt,
        updatedAt,
        expiresAt,
        organizationRoles);
  }

  @JsonIgnore
  List<String> roleIds() {
    return organizationRoles.stream().map(RoleName::id).toList();
  }
}
