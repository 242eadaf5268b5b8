/**
 * Just-in-time membership: who joins an organization at registration without being asked, by the
 * domain of their verified e-mail address, and with which roles of the organization template.
 *
 * <p>Routes: {@code /api/organizations/{id}/jit}. Tables: {@code organization_jit_email_domains},
 * {@code organization_jit_roles}. {@link io.gatehouse.organization.jit.JustInTime} is the door for
 * registrations.
 */
@NullMarked
package io.gatehouse.organization.jit;

import org.jspecify.annotations.NullMarked;
