/**
 * A scope: one thing that an API lets its callers do, such as {@code read:orders}.
 *
 * <p>Belongs to a resource; its name is unique there and has no white space. Roles grant it. The
 * scopes of a Management API cannot be changed. Deleting a scope takes it from every role.
 *
 * <p>Routes: {@code /api/resources/{resourceId}/scopes}. Table: {@code scopes}.
 */
@NullMarked
package io.gatehouse.access.scope;

import org.jspecify.annotations.NullMarked;
