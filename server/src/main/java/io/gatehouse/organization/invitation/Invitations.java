package io.gatehouse.organization.invitation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.organization.OrganizationChanges;
import io.gatehouse.organization.OrganizationId;
import io.gatehouse.organization.member.MemberKind;
import io.gatehouse.organization.member.MemberRoles;
import io.gatehouse.organization.member.Members;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.User;
import io.gatehouse.user.UserKeys;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that can be done with invitations. */
@Singleton
public class Invitations {
  /** In the administrators' audit. */
  private static final String NOUN = "organization_invitation";

  private final InvitationStore store;
  private final InvitationMail mail;
  private final Members members;
  private final MemberRoles roles;
  private final Users users;
  private final OrganizationChanges changes;
  private final InstantSource clock;

  Invitations(
      InvitationStore store,
      InvitationMail mail,
      Members members,
      MemberRoles roles,
      Users users,
      OrganizationChanges changes,
      InstantSource clock) {
    this.store = store;
    this.mail = mail;
    this.members = members;
    this.roles = roles;
    this.users = users;
    this.changes = changes;
    this.clock = clock;
  }

  List<Invitation> list(TenantId tenant, InvitationStore.Filter filter) {
    Instant now = now();
    return store.list(tenant, filter).stream().map(invitation -> invitation.at(now)).toList();
  }

  /** The invitation as it is now, or the end of the request. */
  Invitation get(TenantId tenant, InvitationId id) {
    return store.find(tenant, id).orElseThrow(EntityError.NOT_FOUND::exception).at(now());
  }

  /**
   * Invites, and sends the e-mail if one is wanted: both, or neither. Nothing waits for the mail
   * server within a transaction; an invitation whose e-mail cannot be sent is withdrawn.
   */
  Invitation create(TenantId tenant, Actor actor, InvitationInput input) {
    Instant now = now();
    if (!input.expiresAt().isAfter(now)) {
      throw RequestError.INVALID_INPUT.exception(
          Map.of("details", "expiresAt must be in the future."));
    }
    OrganizationId organization = new OrganizationId(input.organizationId());
    if (store.isMember(tenant, organization, input.invitee(), UserKeys.email(input.invitee()))) {
      throw InvitationError.unfit("The invitee is a member of the organization already.");
    }
    Invitation wanted =
        new Invitation(
            tenant,
            new InvitationId(Ids.standardId()),
            input.inviterId() == null || input.inviterId().isEmpty() ? null : input.inviterId(),
            input.invitee(),
            null,
            organization,
            InvitationStatus.Pending,
            now,
            now,
            input.expiresAt(),
            List.of());
    Invitation made =
        changes.make(
            tenant,
            actor,
            () -> insert(wanted, input.roleIds()),
            written -> AdminChange.created(NOUN, written.id().value(), written));
    if (input.messagePayload() != null) {
      sendOrWithdraw(made, actor, input.messagePayload());
    }
    return made;
  }

  private Invitation insert(Invitation wanted, List<String> roleIds) {
    TenantId tenant = wanted.tenantId();
    store.expire(tenant, wanted.organizationId(), wanted.invitee(), wanted.createdAt());
    store.insert(wanted, roleIds);
    return store.find(tenant, wanted.id()).orElseThrow();
  }

  private void sendOrWithdraw(Invitation invitation, Actor actor, ObjectNode payload) {
    try {
      mail.send(invitation, payload, actor.ip());
    } catch (RuntimeException unsent) {
      changes.make(
          invitation.tenantId(),
          actor,
          AdminChange.deleted(NOUN, invitation.id().value(), invitation),
          () -> store.withdraw(invitation.tenantId(), invitation.id()));
      throw unsent;
    }
  }

  /** Sends the e-mail again, whatever became of the invitation. */
  void sendAgain(TenantId tenant, Actor actor, InvitationId id, MessagePayload payload) {
    mail.send(get(tenant, id), payload.members(), actor.ip());
  }

  /** Accepts or revokes a pending invitation; the order of the checks is what clients see. */
  Invitation decide(TenantId tenant, Actor actor, InvitationId id, InvitationInput.Answer answer) {
    return switch (answer.status()) {
      case Accepted -> accept(tenant, actor, id, answer.acceptedUserId());
      case Revoked -> {
        Invitation invitation = pending(tenant, id);
        yield end(actor, invitation, InvitationStatus.Revoked, null, () -> {});
      }
    };
  }

  private Invitation accept(
      TenantId tenant, Actor actor, InvitationId id, @Nullable String userId) {
    if (userId == null || userId.isEmpty()) {
      throw InvitationError.unfit("acceptedUserId is needed.");
    }
    Invitation invitation = pending(tenant, id);
    User user = users.get(tenant, userId);
    String email = user.primaryEmail();
    if (email == null || !UserKeys.email(email).equals(UserKeys.email(invitation.invitee()))) {
      throw InvitationError.unfit("The person's e-mail address is not the invited one.");
    }
    return end(
        actor,
        invitation,
        InvitationStatus.Accepted,
        userId,
        () -> {
          OrganizationId organization = invitation.organizationId();
          members.add(tenant, actor, MemberKind.USER, organization, List.of(userId));
          List<String> granted = invitation.roleIds();
          if (!granted.isEmpty()) {
            roles.add(tenant, actor, MemberKind.USER, organization, List.of(userId), granted);
          }
        });
  }

  private Invitation pending(TenantId tenant, InvitationId id) {
    Invitation invitation = get(tenant, id);
    if (invitation.status() != InvitationStatus.Pending) {
      throw notPending();
    }
    return invitation;
  }

  /** Ends a pending invitation; of several at the same moment one does. */
  private Invitation end(
      Actor actor,
      Invitation before,
      InvitationStatus status,
      @Nullable String acceptedUser,
      Runnable consequences) {
    Instant now = now();
    return changes.make(
        before.tenantId(),
        actor,
        () -> {
          if (!store.decide(before.tenantId(), before.id(), status, acceptedUser, now)) {
            throw notPending();
          }
          consequences.run();
          return before.as(status, acceptedUser, now);
        },
        after -> AdminChange.updated(NOUN, before.id().value(), before, after));
  }

  void delete(TenantId tenant, Actor actor, InvitationId id) {
    AdminChange change = AdminChange.deleted(NOUN, id.value(), get(tenant, id));
    changes.make(
        tenant,
        actor,
        change,
        () -> {
          if (!store.delete(tenant, id)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  private static RuntimeException notPending() {
    return InvitationError.unfit("The invitation is not pending any more.");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
