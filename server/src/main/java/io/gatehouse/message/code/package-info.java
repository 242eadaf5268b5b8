/// Verification codes that programs send and check through the Management API, bound to an address
/// alone; those of sign-ins belong to `interaction/step/code`.
@NullMarked
package io.gatehouse.message.code;

import org.jspecify.annotations.NullMarked;
