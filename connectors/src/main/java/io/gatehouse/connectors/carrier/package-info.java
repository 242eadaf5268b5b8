/**
 * What the connectors that carry messages share: the steps of {@link
 * io.gatehouse.connectors.carrier.Carrier}, e-mail with its addresses, templates that are kept at
 * the carrier, and phone numbers as carriers want them.
 */
@NullMarked
package io.gatehouse.connectors.carrier;

import org.jspecify.annotations.NullMarked;
