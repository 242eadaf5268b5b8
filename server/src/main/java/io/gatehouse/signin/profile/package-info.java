/// What an account still lacks after a sign-in elsewhere.
///
/// Routes: `/continue/{item}`, `/continue/extra-profile`.
@NullMarked
package io.gatehouse.signin.profile;

import org.jspecify.annotations.NullMarked;
