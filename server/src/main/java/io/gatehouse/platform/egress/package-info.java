/// Calls to the outside on behalf of tenants: connectors, webhooks, metadata.
///
/// What a tenant configures must not reach what only the server can reach. The [EgressGuard] looks
/// at the addresses of a name, and the connection goes to the address that it has looked at, so
/// that a name cannot mean another thing a moment later. Redirects are not followed.
@NullMarked
package io.gatehouse.platform.egress;

import org.jspecify.annotations.NullMarked;
