/// What all operations of the Account API share: who calls, what the tenant lets people do with
/// their own account, and what has to be proved.
///
/// The filter lets those through who come with an opaque access token that holds {@code openid},
/// and with a proof of the key that it is bound to if it is, where the account center is switched
/// on; each operation then begins with its own checks, in the order that clients see:
/// [io.gatehouse.account.gate.Gate].
@NullMarked
package io.gatehouse.account.gate;

import org.jspecify.annotations.NullMarked;
