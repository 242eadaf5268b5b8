/// What people do with their own account, over HTTP. Administrators' is in
/// [io.gatehouse.account.me].
@NullMarked
package io.gatehouse.account;

import org.jspecify.annotations.NullMarked;
