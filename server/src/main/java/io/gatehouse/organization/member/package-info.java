/**
 * Who belongs to an organization: people, and machine-to-machine applications; and which roles of
 * the organization template each of them has there.
 *
 * <p>Only members have roles, and lose them with the membership. People have roles of the type
 * User, machines of the type MachineToMachine; tables refuse the rest. A request adds all that it
 * names, or nobody.
 *
 * <p>Routes: {@code /api/organizations/{id}/users}, {@code /api/organizations/{id}/applications},
 * {@code /api/users/{userId}/organizations}, {@code /api/applications/{id}/organizations}. Tables:
 * {@code organization_users}, {@code organization_user_roles}, {@code organization_applications},
 * {@code organization_application_roles}. {@link io.gatehouse.organization.member.Members} and
 * {@link io.gatehouse.organization.member.MemberRoles} are the doors.
 */
@NullMarked
package io.gatehouse.organization.member;

import org.jspecify.annotations.NullMarked;
