/// What a person has decided about signing in: whether to use a second step, and which offers they
/// have waved away.
///
/// Routes: `/api/users/{id}/logto-configs`. Column: `users.settings`. [Preferences] is the only
/// door.
@NullMarked
package io.gatehouse.user.settings;

import org.jspecify.annotations.NullMarked;
