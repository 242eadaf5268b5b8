/// Whom an opaque access token stands for: what an API of ours asks that is called by people's
/// applications, with the token that the provider gave them. One statement answers it, with the
/// person. Tables: those of the session, read only. [io.gatehouse.user.bearer.Bearers] is the only
/// door.
@NullMarked
package io.gatehouse.user.bearer;

import org.jspecify.annotations.NullMarked;
