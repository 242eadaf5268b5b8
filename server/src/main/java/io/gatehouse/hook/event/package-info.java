/// What webhooks tell of, and the outbox that it is written into.
///
/// [io.gatehouse.hook.event.DataRoutes] says which calls of the Management API are events; the
/// calls themselves know nothing of it. Everything else that happens is handed to
/// [io.gatehouse.hook.event.HookEvents]. A tenant that listens to nothing pays nothing.
@NullMarked
package io.gatehouse.hook.event;

import org.jspecify.annotations.NullMarked;
