/** E-mail through a mail server of the tenant's own. */
@NullMarked
package io.gatehouse.connectors.smtp;

import org.jspecify.annotations.NullMarked;
