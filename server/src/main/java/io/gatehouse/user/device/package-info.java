/// Browsers in which people are not asked for their second step again, because they have said so
/// after proving one, and the tenant lets them.
///
/// A device is known by the secret in its cookie, whose SHA-256 is stored; each sign-in gives it a
/// new one. It counts until it expires, until the tenant's setting, as it is now, is over, and only
/// as long as the password stays the same. It is forgotten with a factor or the password of its
/// owner, and when they are suspended. Where an organization of theirs forbids it, it does not
/// count.
///
/// Table: `trusted_devices`. Routes: `/api/users/{id}/trusted-devices`. [TrustedDevices] is the
/// only door.
@NullMarked
package io.gatehouse.user.device;

import org.jspecify.annotations.NullMarked;
