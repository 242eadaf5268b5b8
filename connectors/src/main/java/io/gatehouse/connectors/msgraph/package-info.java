/** E-mail from a mailbox of Microsoft 365. */
@NullMarked
package io.gatehouse.connectors.msgraph;

import org.jspecify.annotations.NullMarked;
