package io.gatehouse.organization.invitation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.message.Messages;
import io.gatehouse.organization.Organizations;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Sends invitations: who invites, to what, and what the caller adds. */
@Singleton
class InvitationMail {
  private static final String TYPE = "OrganizationInvitation";

  private final Messages messages;
  private final Organizations organizations;
  private final Users users;

  InvitationMail(Messages messages, Organizations organizations, Users users) {
    this.messages = messages;
    this.organizations = organizations;
    this.users = users;
  }

  /**
   * Sends the invitation.
   *
   * @param added the caller's members, which win over ours
   * @param ip where it was asked for
   */
  void send(Invitation invitation, ObjectNode added, @Nullable String ip) {
    ObjectNode payload = JsonCodec.object();
    payload.set(
        "organization",
        Organizations.told(organizations.get(invitation.tenantId(), invitation.organizationId())));
    String inviter = invitation.inviterId();
    if (inviter != null) {
      users
          .find(invitation.tenantId(), inviter)
          .ifPresent(user -> payload.set("inviter", Users.told(user)));
    }
    payload.setAll(added);
    messages.send(
        invitation.tenantId(), new Messages.Email(invitation.invitee(), TYPE, payload, ip));
  }
}
