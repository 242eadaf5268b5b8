package io.gatehouse.account.proof;

import io.gatehouse.user.Identifier;

/**
 * An address that a code was sent to.
 *
 * @param verified whether the code has come back
 */
public record ProvedAddress(String id, Identifier address, Template template, boolean verified) {}
