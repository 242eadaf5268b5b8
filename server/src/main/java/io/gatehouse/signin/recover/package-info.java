/// A forgotten password.
///
/// Routes: `/forgot-password, /reset-password`.
@NullMarked
package io.gatehouse.signin.recover;

import org.jspecify.annotations.NullMarked;
