package io.gatehouse.account.proof;

import io.gatehouse.user.Identifier;
import java.time.Instant;

/**
 * An address that a code was sent to.
 *
 * @param verified whether the code has come back
 * @param sentAt when it went out
 */
public record ProvedAddress(
    String id, Identifier address, Template template, boolean verified, Instant sentAt) {}
