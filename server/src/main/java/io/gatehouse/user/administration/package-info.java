/// People as administrators see them: the list with its searches, what can be changed of a person,
/// their identities elsewhere, passwords and roles. Routes: `/api/users`.
/// [io.gatehouse.user.administration.UserAdministration] holds the rules.
@NullMarked
package io.gatehouse.user.administration;

import org.jspecify.annotations.NullMarked;
