/** Sign-in with KOOK, whose answers come in envelopes. */
@NullMarked
package io.gatehouse.connectors.kook;

import org.jspecify.annotations.NullMarked;
