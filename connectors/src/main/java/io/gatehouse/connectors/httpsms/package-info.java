/** Text messages handed over to an HTTP endpoint of the tenant's own. */
@NullMarked
package io.gatehouse.connectors.httpsms;

import org.jspecify.annotations.NullMarked;
