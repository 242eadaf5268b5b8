/// The account center's settings: whether people may look after their own account, and which parts
/// of it they may see or change.
///
/// Routes: `/api/account-center`, and for everybody `/api/.well-known/account-center`. Table:
/// `account_centers`. [io.gatehouse.branding.accountcenter.AccountCenters] is the only door.
@NullMarked
package io.gatehouse.branding.accountcenter;

import org.jspecify.annotations.NullMarked;
