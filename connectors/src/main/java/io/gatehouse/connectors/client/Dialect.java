package io.gatehouse.connectors.client;

/**
 * What is particular to a provider of OAuth 2.0: its three addresses, and how it wants to be spoken
 * to.
 *
 * @param authorize where browsers are sent
 * @param token where codes become tokens
 * @param person what tells whose tokens they are
 * @param scope asked for where nobody says otherwise; may be empty
 * @param pkce whether the code is bound to us by a secret of its own (RFC 7636)
 * @param remembers whether something is kept until the person comes back; such a connector works in
 *     a browser's session only
 */
public record Dialect(
    String authorize,
    String token,
    String person,
    String scope,
    Proof proof,
    boolean pkce,
    boolean remembers) {

  /** How we show who we are at the token endpoint. */
  public enum Proof {
    /** Id and secret in the form that is posted. */
    FORM,
    /** Id and secret in the Authorization header. */
    HEADER,
    /** Everything in the query of a GET. */
    QUERY;

    ClientAuthentication of(String id, String secret) {
      return switch (this) {
        case FORM -> new ClientAuthentication.Post(id, secret);
        case HEADER -> new ClientAuthentication.Basic(id, secret);
        case QUERY -> new ClientAuthentication.Query(id, secret);
      };
    }
  }

  /** A provider that is spoken to in the plainest way. */
  public static Dialect at(String authorize, String token, String person) {
    return new Dialect(authorize, token, person, "", Proof.FORM, false, false);
  }

  public Dialect withScope(String usual) {
    return new Dialect(authorize, token, person, usual, proof, pkce, remembers);
  }

  public Dialect withProof(Proof how) {
    return new Dialect(authorize, token, person, scope, how, pkce, remembers);
  }

  public Dialect withPkce() {
    return new Dialect(authorize, token, person, scope, proof, true, true);
  }

  /** The redirect URI is kept with the browser's session rather than believed from outside. */
  public Dialect remembering() {
    return new Dialect(authorize, token, person, scope, proof, pkce, true);
  }
}
