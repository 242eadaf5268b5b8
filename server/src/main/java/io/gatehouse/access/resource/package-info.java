/**
 * An API resource: an API that access tokens can be made for, known to clients by its indicator.
 *
 * <p>The indicator is unique and never changes (RFC 8707). At most one resource is the default one.
 * The Management API's own resource can become the default, but is otherwise not to be changed.
 * Deleting a resource deletes its scopes and takes them from every role.
 *
 * <p>Routes: {@code /api/resources}. Table: {@code resources}.
 */
@NullMarked
package io.gatehouse.access.resource;

import org.jspecify.annotations.NullMarked;
