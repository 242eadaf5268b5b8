package io.gatehouse.platform.saml;

/** A message that is not what it should be. Its text is for who integrates, not for people. */
public final class SamlException extends Exception {
  private static final long serialVersionUID = 1L;

  public SamlException(String reason) {
    super(reason);
  }

  public SamlException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
