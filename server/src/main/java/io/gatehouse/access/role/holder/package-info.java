/// Which roles a person or a machine has ([HeldRoles]), seen from them.
///
/// Routes: `/api/authn/hasura`; those of people and applications are in their folders. Tables:
/// `user_roles`, `application_roles`.
@NullMarked
package io.gatehouse.access.role.holder;

import org.jspecify.annotations.NullMarked;
