/// Webhooks: a tenant's programs hear of what happens, and no event is lost.
///
/// A [io.gatehouse.hook.event.HookEvent] is written into the outbox in the transaction of the
/// change (`hook/event`), and delivered from there by any node (`hook/delivery`): signed, in order
/// for each hook and subject, again and again for a day until the receiver takes it. This package
/// keeps the hooks themselves. Routes: `/api/hooks`. Tables: `hooks`, `hook_deliveries`.
@NullMarked
package io.gatehouse.hook;

import org.jspecify.annotations.NullMarked;
