/** E-mail through Resend. */
@NullMarked
package io.gatehouse.connectors.resend;

import org.jspecify.annotations.NullMarked;
