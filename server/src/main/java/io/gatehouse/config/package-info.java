/// Settings of a tenant that belong to no other noun, over HTTP: signing keys and their rotation,
/// the life of sessions, the claims of ID tokens, what the Console remembers. Values are read
/// through [io.gatehouse.tenant.Configs], cached and dropped everywhere on a change. Routes:
/// `/api/configs`.
@NullMarked
package io.gatehouse.config;

import org.jspecify.annotations.NullMarked;
