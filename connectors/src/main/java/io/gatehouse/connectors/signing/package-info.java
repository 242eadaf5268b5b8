/**
 * The signatures that clouds want below a request. The keyed hashes are the platform's; what is
 * written here is which text each cloud has them computed over.
 */
@NullMarked
package io.gatehouse.connectors.signing;

import org.jspecify.annotations.NullMarked;
