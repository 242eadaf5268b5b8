/** E-mail through SendGrid. */
@NullMarked
package io.gatehouse.connectors.sendgrid;

import org.jspecify.annotations.NullMarked;
