/**
 * Organizations: groups of people and machines within a tenant, such as the customers of a product
 * that is sold to companies.
 *
 * <p>Their scopes and roles ({@code scope}, {@code role}) are a template: the tenant's, and the
 * same in each organization. Who belongs to one is in {@code member}, who joins by themselves in
 * {@code jit}, who is asked to in {@code invitation}. Deleting an organization ends all that is of
 * it; people and applications stay.
 *
 * <p>A change that names what does not exist is answered 422 here, not 404 as elsewhere: {@link
 * io.gatehouse.organization.OrganizationChanges} sees to it.
 *
 * <p>Routes: {@code /api/organizations}. Table: {@code organizations}. {@link
 * io.gatehouse.organization.Organizations} is the only door.
 */
@NullMarked
package io.gatehouse.organization;

import org.jspecify.annotations.NullMarked;
