/// Brings events from the outbox to the receivers.
///
/// Every node takes what is due under a lease; a delivery waits while an earlier one of the same
/// hook and subject is under way or being retried, but never longer than a quarter of an hour. A
/// receiver may see a delivery twice, then with the same id.
@NullMarked
package io.gatehouse.hook.delivery;

import org.jspecify.annotations.NullMarked;
