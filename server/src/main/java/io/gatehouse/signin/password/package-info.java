/// The password, after the identifier; and choosing one.
///
/// Routes: `/sign-in/password, /{register,continue}/password`.
@NullMarked
package io.gatehouse.signin.password;

import org.jspecify.annotations.NullMarked;
