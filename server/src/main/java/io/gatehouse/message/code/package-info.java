/// Verification codes that are bound to an address and a use: those that programs send and check
/// through the Management API, and those that prove an administrator's own address. Those of
/// sign-ins belong to `interaction/step/code`. Table: `verification_codes`.
/// [io.gatehouse.message.code.AddressCodes] is the door for others.
@NullMarked
package io.gatehouse.message.code;

import org.jspecify.annotations.NullMarked;
