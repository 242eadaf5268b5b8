/**
 * A real PostgreSQL of our own, for everybody who has none: unpacked, initialised and started
 * inside the data folder, with durability on. It listens on loopback only, behind a password that
 * is made for it. See {@code docs/adr/0001-embedded-postgresql.md}.
 */
@NullMarked
package io.gatehouse.platform.postgres;

import org.jspecify.annotations.NullMarked;
