package io.gatehouse.tenant.key;

import io.gatehouse.platform.crypto.EncryptionKey;

/**
 * A key that opens what was encrypted for the tenant.
 *
 * @param current whether it is published; its predecessor only opens what is still on its way
 */
record HeldKey(EncryptionKey key, boolean current) {}
