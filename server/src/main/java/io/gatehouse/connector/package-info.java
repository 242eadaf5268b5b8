/// Connectors as a tenant has configured them: ways in through other providers, and carriers of
/// messages. What can be configured at all, the factories, comes from the module `connectors`.
///
/// [Connectors] is the only door; reads are cached and dropped everywhere on a change.
/// Configurations are sealed, because they hold secrets that the API shows again. There is at most
/// one e-mail and one SMS connector: a new one takes the place of the old. Routes:
/// `/api/connectors`, `/api/connector-factories`.
@NullMarked
package io.gatehouse.connector;

import org.jspecify.annotations.NullMarked;
