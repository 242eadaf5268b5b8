package io.gatehouse.platform.crypto;

/**
 * A sealed value does not open. The message is one sentence for the operator and never holds the
 * value.
 */
public final class UnsealException extends RuntimeException {
  UnsealException(String message) {
    super(message);
  }
}
