package io.gatehouse.organization.invitation;

import io.gatehouse.organization.OrganizationId;
import io.gatehouse.organization.member.RoleName;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Invitations in the database. */
@Singleton
class InvitationStore {
  private static final String SELECT =
      """
      select i.*,
        (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name) order by r.name), '[]')
           from organization_invitation_roles g
             join organization_roles r on r.tenant_id = g.tenant_id and r.id = g.organization_role_id
           where g.tenant_id = i.tenant_id and g.invitation_id = i.id) as role_names
      from organization_invitations i where\s
      """;

  private final Db db;

  InvitationStore(Db db) {
    this.db = db;
  }

  /** Which invitations a list shows; all that are given must hold. */
  record Filter(
      Optional<String> organization, Optional<String> inviter, Optional<String> invitee) {}

  /** The newest first. */
  List<Invitation> list(TenantId tenant, Filter filter) {
    Where where =
        Where.of("i.tenant_id = ?", tenant)
            .andIf(filter.organization(), "i.organization_id = ?")
            .andIf(filter.inviter(), "i.inviter_id = ?")
            .andIf(filter.invitee(), "i.invitee_key = lower(?)");
    return db.query(
        tenant,
        SELECT + where.sql() + " order by i.created_at desc, i.id",
        InvitationStore::read,
        where.arguments());
  }

  Optional<Invitation> find(TenantId tenant, InvitationId id) {
    return db.find(
        tenant, SELECT + "i.tenant_id = ? and i.id = ?", InvitationStore::read, tenant, id.value());
  }

  /** Whether a member of the organization has exactly this address. */
  boolean isMember(TenantId tenant, OrganizationId organization, String email, String emailKey) {
    return db.find(
            tenant,
            """
            select true from users u
              join organization_users m on m.tenant_id = u.tenant_id and m.user_id = u.id and m.organization_id = ?
            where u.tenant_id = ? and u.email_key = ? and u.primary_email = ?
            """,
            row -> true,
            organization.value(),
            tenant,
            emailKey,
            email)
        .isPresent();
  }

  /** Writes down that the time of this address's invitation to this organization is over. */
  void expire(TenantId tenant, OrganizationId organization, String invitee, Instant now) {
    db.update(
        tenant,
        """
        update organization_invitations set status = 'Expired', updated_at = ?
        where tenant_id = ? and organization_id = ? and invitee_key = lower(?) and status = 'Pending' and expires_at <= ?
        """,
        now,
        tenant,
        organization.value(),
        invitee,
        now);
  }

  void insert(Invitation invitation, List<String> roles) {
    db.update(
        invitation.tenantId(),
        """
        insert into organization_invitations
          (tenant_id, id, organization_id, inviter_id, invitee, status, created_at, updated_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        invitation.tenantId(),
        invitation.id().value(),
        invitation.organizationId().value(),
        invitation.inviterId(),
        invitation.invitee(),
        invitation.status().name(),
        invitation.createdAt(),
        invitation.updatedAt(),
        invitation.expiresAt());
    db.update(
        invitation.tenantId(),
        """
        insert into organization_invitation_roles (tenant_id, invitation_id, organization_role_id)
        select ?::text, ?::text, unnest(?::text[]) on conflict do nothing
        """,
        invitation.tenantId(),
        invitation.id().value(),
        roles);
  }

  /** Ends a pending invitation whose time is not over; false when there is none. */
  boolean decide(
      TenantId tenant,
      InvitationId id,
      InvitationStatus status,
      @Nullable String acceptedUser,
      Instant now) {
    return db.update(
            tenant,
            """
            update organization_invitations set status = ?, accepted_user_id = ?, updated_at = ?
            where tenant_id = ? and id = ? and status = 'Pending' and expires_at > ?
            """,
            status.name(),
            acceptedUser,
            now,
            tenant,
            id.value(),
            now)
        == 1;
  }

  /** Deletes an invitation that nobody has answered. */
  void withdraw(TenantId tenant, InvitationId id) {
    db.update(
        tenant,
        "delete from organization_invitations where tenant_id = ? and id = ? and status = 'Pending'",
        tenant,
        id.value());
  }

  boolean delete(TenantId tenant, InvitationId id) {
    return db.update(
            tenant,
            "delete from organization_invitations where tenant_id = ? and id = ?",
            tenant,
            id.value())
        == 1;
  }

  private static Invitation read(Row row) throws SQLException {
    return new Invitation(
        new TenantId(row.text("tenant_id")),
        new InvitationId(row.text("id")),
        row.textOrNull("inviter_id"),
        row.text("invitee"),
        row.textOrNull("accepted_user_id"),
        new OrganizationId(row.text("organization_id")),
        InvitationStatus.valueOf(row.text("status")),
        row.instant("created_at"),
        row.instant("updated_at"),
        row.instant("expires_at"),
        RoleName.list(row.text("role_names")));
  }
}
