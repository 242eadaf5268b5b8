/**
 * Who may do what: API resources, their scopes, and the roles that grant scopes to people and
 * machines.
 *
 * <p>Here is what the three share. {@code role} builds on {@code resource} and {@code scope},
 * {@code resource} on {@code scope}.
 */
@NullMarked
package io.gatehouse.access;

import org.jspecify.annotations.NullMarked;
