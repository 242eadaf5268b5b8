/** Sign-in with Naver, whose answers come in envelopes. */
@NullMarked
package io.gatehouse.connectors.naver;

import org.jspecify.annotations.NullMarked;
