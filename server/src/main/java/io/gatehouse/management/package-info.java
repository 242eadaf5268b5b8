/**
 * What all Management API resources share: who may call, which tenant is meant, paging, and the
 * OpenAPI document.
 *
 * <p>A resource belongs to its noun's package and is marked {@link
 * io.gatehouse.management.ManagementApi}; its constructor takes the noun's door and {@link
 * io.gatehouse.management.ManagementCall}, which knows everything about the request at hand.
 */
@NullMarked
package io.gatehouse.management;

import org.jspecify.annotations.NullMarked;
