/// Access tokens as callers of our APIs show them: alone, or with what they are bound to.
///
/// [io.gatehouse.management.token.ShownTokens] reads them; whose token it is, and whether it
/// counts, is each API's own to find out.
@NullMarked
package io.gatehouse.management.token;

import org.jspecify.annotations.NullMarked;
