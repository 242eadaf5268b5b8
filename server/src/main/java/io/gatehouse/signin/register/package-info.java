/// Creating an account.
///
/// Routes: `/register`.
@NullMarked
package io.gatehouse.signin.register;

import org.jspecify.annotations.NullMarked;
