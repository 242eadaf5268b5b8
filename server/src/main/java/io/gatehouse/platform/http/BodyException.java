package io.gatehouse.platform.http;

/**
 * A body that cannot be read at all: too large, or no JSON. It has a sentence for the developer,
 * but no code.
 */
public final class BodyException extends RuntimeException {
  private final int status;

  public BodyException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
