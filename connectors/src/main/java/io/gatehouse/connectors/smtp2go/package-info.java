/** E-mail through SMTP2GO. */
@NullMarked
package io.gatehouse.connectors.smtp2go;

import org.jspecify.annotations.NullMarked;
