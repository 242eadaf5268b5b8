/// How the product speaks to PostgreSQL.
///
/// Every statement of a tenant travels with its tenant: `set_config('gatehouse.tenant', …)` and the
/// statement are sent in one round trip, so that row-level security holds and no setting is ever
/// left on a pooled connection. [Db] is the only door; only classes named `*Store` use it. Rules
/// that need several statements wrap them in [Db#transaction].
@NullMarked
package io.gatehouse.platform.db;

import org.jspecify.annotations.NullMarked;
