/** E-mail through Amazon Simple Email Service. */
@NullMarked
package io.gatehouse.connectors.awsses;

import org.jspecify.annotations.NullMarked;
