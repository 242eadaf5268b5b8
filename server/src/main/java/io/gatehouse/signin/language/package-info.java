/// The person's own choice of language.
///
/// Routes: `/language`.
@NullMarked
package io.gatehouse.signin.language;

import org.jspecify.annotations.NullMarked;
