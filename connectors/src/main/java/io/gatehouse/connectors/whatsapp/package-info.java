/** Messages through the Cloud API of WhatsApp. */
@NullMarked
package io.gatehouse.connectors.whatsapp;

import org.jspecify.annotations.NullMarked;
