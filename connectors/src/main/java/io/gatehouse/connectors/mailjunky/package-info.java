/** E-mail through MailJunky. */
@NullMarked
package io.gatehouse.connectors.mailjunky;

import org.jspecify.annotations.NullMarked;
