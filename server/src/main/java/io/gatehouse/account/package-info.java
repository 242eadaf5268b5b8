/// What people do with their own account, over HTTP: the Account API, whose operations begin at
/// [io.gatehouse.account.gate], and the account centre, which does the same on pages:
/// [io.gatehouse.account.page]. Administrators' is in [io.gatehouse.account.me].
@NullMarked
package io.gatehouse.account;

import org.jspecify.annotations.NullMarked;
