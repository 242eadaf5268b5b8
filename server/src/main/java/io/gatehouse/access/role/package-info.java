/**
 * A role: scopes under one name, given to people (type User) or to applications (type
 * MachineToMachine).
 *
 * <p>A role's name is unique in its tenant; its type never changes and decides who may have it;
 * scopes of a Management API are for machines only. Default roles go to every new user. Roles named
 * {@code #internal:…} are never listed. Deleting a role takes it from everybody.
 *
 * <p>Routes: {@code /api/roles}. Tables: {@code roles}, {@code role_scopes}, {@code user_roles},
 * {@code application_roles}. {@link io.gatehouse.access.role.Roles} is the only door; which roles
 * somebody has is in {@code holder}.
 */
@NullMarked
package io.gatehouse.access.role;

import org.jspecify.annotations.NullMarked;
