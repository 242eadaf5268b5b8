/// An administrator's own account, as the Console's profile page shows it: `/me` on the
/// administrators' listener, for tokens of the Me API with the scope `all`. Below it, for whoever
/// is in charge at that moment, `/me/administrators`: the others.
///
/// A new password needs the old one, or a code sent to the account's address, within the last ten
/// minutes; one proof changes one password. Guessing counts against the same lockout as signing in.
@NullMarked
package io.gatehouse.account.me;

import org.jspecify.annotations.NullMarked;
