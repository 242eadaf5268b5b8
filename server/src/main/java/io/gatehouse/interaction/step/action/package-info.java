/// Asks the tenant's scripts at two moments of a sign-in.
///
/// When a password is refused, `action.postFirstFactorVerification` gets `{ interactionEvent,
/// identifier, password, user, application, ip, userAgent }`; an answer `{ user: {…} }` vouches for
/// the person, whose account is made or written with these members and this password: so accounts
/// move in from elsewhere one by one. When everything is right, `action.postSignIn` gets the same
/// without password and identifier; its `{ user: { name, avatar, profile, customData } }` is
/// written to the account. Nothing else in an answer counts.
@NullMarked
package io.gatehouse.interaction.step.action;

import org.jspecify.annotations.NullMarked;
