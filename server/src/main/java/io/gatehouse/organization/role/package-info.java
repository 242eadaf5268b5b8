/**
 * The roles of the organization template: scopes under one name, given to members of an
 * organization. They grant organization scopes, and scopes of API resources within the
 * organization.
 *
 * <p>A role's name is unique in its tenant. Its type says whether people or machines may have it;
 * unlike that of a tenant's role it can change, and who has the role then keeps it.
 *
 * <p>Routes: {@code /api/organization-roles}. Tables: {@code organization_roles}, {@code
 * organization_role_scopes}, {@code organization_role_resource_scopes}. {@link
 * io.gatehouse.organization.role.OrganizationRoles} is the only door.
 */
@NullMarked
package io.gatehouse.organization.role;

import org.jspecify.annotations.NullMarked;
