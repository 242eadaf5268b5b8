/// Typing a code that was sent, and asking for another.
///
/// Routes: `/{flow}/verification-code`.
@NullMarked
package io.gatehouse.signin.code;

import org.jspecify.annotations.NullMarked;
