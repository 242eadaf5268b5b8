/** E-mail through Brevo. */
@NullMarked
package io.gatehouse.connectors.brevo;

import org.jspecify.annotations.NullMarked;
