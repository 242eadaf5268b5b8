package io.gatehouse.application;

/** What kind of client an application is; the names are those of the API. */
public enum ApplicationType {
  Native,
  SPA,
  Traditional,
  MachineToMachine,
  Protected,
  SAML;

  /** Whether it can keep a secret, so that it authenticates with one. [RFC 6749 §2.1] */
  public boolean confidential() {
    return switch (this) {
      case Traditional, MachineToMachine, Protected -> true;
      case Native, SPA, SAML -> false;
    };
  }

  /** Whether people sign in to it through the browser. */
  public boolean interactive() {
    return switch (this) {
      case Native, SPA, Traditional, Protected -> true;
      case MachineToMachine, SAML -> false;
    };
  }
}
