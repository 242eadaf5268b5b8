/** E-mail through Postmark. */
@NullMarked
package io.gatehouse.connectors.postmark;

import org.jspecify.annotations.NullMarked;
