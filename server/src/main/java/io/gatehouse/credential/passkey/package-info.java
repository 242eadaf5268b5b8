/// Passkeys and security keys: what a browser is asked, and whether its answer is genuine. A
/// challenge comes from the caller, who sees to it that it counts once; so do the credentials,
/// which `user/mfa` keeps.
///
/// [io.gatehouse.credential.passkey.Ceremonies] is the only door. The library behind it, which
/// reads and verifies what authenticators sign, is loaded at the first answer and not before.
///
/// Source: [Web Authentication Level 3](https://www.w3.org/TR/webauthn-3/)
@NullMarked
package io.gatehouse.credential.passkey;

import org.jspecify.annotations.NullMarked;
