/// Scripts of the tenant: JavaScript that adds claims to access tokens, and that has a say at
/// sign-in.
///
/// A tenant has at most one of each [io.gatehouse.script.ScriptKind]. What a script may hold is
/// looked at when it is written; it is not run then. A script and its environment variables are
/// sealed, since they hold secrets. Routes: `/api/configs/jwt-customizer`, `/api/configs/actions`.
/// Table: `scripts`. [io.gatehouse.script.Scripts] is the only door.
@NullMarked
package io.gatehouse.script;

import org.jspecify.annotations.NullMarked;
