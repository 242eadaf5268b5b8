/// The second step: proving one after the first, and setting one up. The rules are asked anew on
/// every page, so each can be opened twice, or out of turn, and leads to what is asked for then.
///
/// Routes: `/mfa-verification[/{factor}]` to prove one, `/mfa-onboarding` and
/// `/mfa-binding[/{factor}]` to set one up.
@NullMarked
package io.gatehouse.signin.mfa;

import org.jspecify.annotations.NullMarked;
