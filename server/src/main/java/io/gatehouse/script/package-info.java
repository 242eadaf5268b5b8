/// Scripts of the tenant: JavaScript that adds claims to access tokens, and that has a say at
/// sign-in.
///
/// A tenant has at most one of each [io.gatehouse.script.ScriptKind]. What a script may hold is
/// looked at when it is written; it is not run then. A script and its environment variables are
/// sealed, since they hold secrets. It runs in the sandbox, by way of
/// [io.gatehouse.script.ScriptRunner]. Routes: `/api/configs/jwt-customizer`,
/// `/api/configs/actions`, and `…/test` of both. Table: `scripts`. Doors:
/// [io.gatehouse.script.Scripts] for what is kept, [io.gatehouse.script.Customizers] for tokens.
@NullMarked
package io.gatehouse.script;

import org.jspecify.annotations.NullMarked;
