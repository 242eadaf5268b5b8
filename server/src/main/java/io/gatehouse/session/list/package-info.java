/// A person's sessions and what they granted in them, as administrators and they themselves see and
/// end them. Ending takes effect at once: the provider asks for session and grant at every use of a
/// token.
///
/// Routes: `/api/users/{id}/sessions`, `/api/users/{id}/grants`. [UserSessions] is the only door.
@NullMarked
package io.gatehouse.session.list;

import org.jspecify.annotations.NullMarked;
