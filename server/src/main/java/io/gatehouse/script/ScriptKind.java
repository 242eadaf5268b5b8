package io.gatehouse.script;

/** When a script runs. */
public enum ScriptKind {
  /** Before an access token of a person is signed. */
  ACCESS_TOKEN("jwt.accessToken", "JwtCustomizer.AccessToken"),
  /** Before an access token of a machine is signed. */
  CLIENT_CREDENTIALS("jwt.clientCredentials", "JwtCustomizer.ClientCredentials"),
  /** After the first factor was right. */
  POST_FIRST_FACTOR("action.postFirstFactorVerification", "Action.PostFirstFactorVerification"),
  /** When a person has signed in. */
  POST_SIGN_IN("action.postSignIn", "Action.PostSignIn");

  private final String key;
  private final String logKey;

  ScriptKind(String key, String logKey) {
    this.key = key;
    this.logKey = logKey;
  }

  /** Names the kind in the database and in lists. */
  public String key() {
    return key;
  }

  /** How the log calls its failures. */
  String logKey() {
    return logKey;
  }

  boolean customizer() {
    return this == ACCESS_TOKEN || this == CLIENT_CREDENTIALS;
  }

  /** The function that a script of this kind declares. */
  String function() {
    return customizer() ? "getCustomJwtClaims" : "runAction";
  }
}
