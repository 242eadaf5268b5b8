package io.gatehouse.user.mfa;

import io.gatehouse.credential.passkey.Passkey;

/** Somebody's passkey; the id is that of the factor. */
public record OwnedPasskey(String id, String userId, Passkey passkey) {}
