/**
 * The scopes of the organization template: what members may do in an organization, apart from any
 * API. Their names are unique in the tenant; roles grant them ({@code organization/role}).
 *
 * <p>Routes: {@code /api/organization-scopes}. Table: {@code organization_scopes}. {@link
 * io.gatehouse.organization.scope.OrganizationScopes} is the only door.
 */
@NullMarked
package io.gatehouse.organization.scope;

import org.jspecify.annotations.NullMarked;
