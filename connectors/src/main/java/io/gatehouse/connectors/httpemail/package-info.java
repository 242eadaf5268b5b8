/** E-mail handed over to an HTTP endpoint of the tenant's own. */
@NullMarked
package io.gatehouse.connectors.httpemail;

import org.jspecify.annotations.NullMarked;
