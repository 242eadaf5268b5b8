/// People. A user has at most one username, e-mail address and phone number, each found by its
/// normalised key; a password; and identities at social providers. [Users] is the only door.
/// Administrators' side of it is in `user/administration`.
@NullMarked
package io.gatehouse.user;

import org.jspecify.annotations.NullMarked;
