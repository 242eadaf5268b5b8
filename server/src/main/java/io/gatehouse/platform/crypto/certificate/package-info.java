/**
 * X.509 certificates: those that callers show, the authorities that vouch for them, and those that
 * are made here to sign with.
 */
@NullMarked
package io.gatehouse.platform.crypto.certificate;

import org.jspecify.annotations.NullMarked;
