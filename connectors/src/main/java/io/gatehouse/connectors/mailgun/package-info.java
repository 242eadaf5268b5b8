/** E-mail through Mailgun. */
@NullMarked
package io.gatehouse.connectors.mailgun;

import org.jspecify.annotations.NullMarked;
