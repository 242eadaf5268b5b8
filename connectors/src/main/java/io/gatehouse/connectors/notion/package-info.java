/** Sign-in with Notion, which describes people beside their tokens. */
@NullMarked
package io.gatehouse.connectors.notion;

import org.jspecify.annotations.NullMarked;
