/** E-mail through Mailjet. */
@NullMarked
package io.gatehouse.connectors.mailjet;

import org.jspecify.annotations.NullMarked;
