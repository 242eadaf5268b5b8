package io.gatehouse.platform.saml.signon;

/**
 * Where a provider signs people in, and how requests get there.
 *
 * @param address of the provider, which a request names as its destination
 */
public record SignInEndpoint(String address, Binding binding) {
  /** How the browser carries a request: the first that a provider offers is taken. */
  public enum Binding {
    /** In the query of the provider's address. */
    REDIRECT,
    /** In a form that a page of ours sends there. */
    POST
  }

  /** The same binding at another address. */
  public SignInEndpoint at(String other) {
    return new SignInEndpoint(other, binding);
  }
}
