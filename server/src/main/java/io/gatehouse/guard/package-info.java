/**
 * What slows attackers down: the lockout after repeated failures ({@link Lockout}) and the limit of
 * messages to one recipient ({@link MessageRateLimit}).
 *
 * <p>Counts live in PostgreSQL, so that they hold for all nodes and survive a restart. Identifiers
 * are stored as SHA-256.
 */
@NullMarked
package io.gatehouse.guard;

import org.jspecify.annotations.NullMarked;
