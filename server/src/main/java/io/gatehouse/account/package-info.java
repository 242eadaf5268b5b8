/// What people do with their own account, over HTTP: the Account API, whose operations begin at
/// [io.gatehouse.account.gate]. Administrators' is in [io.gatehouse.account.me].
@NullMarked
package io.gatehouse.account;

import org.jspecify.annotations.NullMarked;
