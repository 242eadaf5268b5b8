/// What people tell of themselves and are known by: name, picture and profile, username, addresses,
/// password, and accounts at social providers.
///
/// Routes: `/api/my-account` and, below it, `profile`, `password`, `primary-email`,
/// `primary-phone`, `identities`, `user-assets/avatar`. The rules of an account are those of
/// `user/administration`; here is what people have to prove and what must stay.
@NullMarked
package io.gatehouse.account.profile;

import org.jspecify.annotations.NullMarked;
