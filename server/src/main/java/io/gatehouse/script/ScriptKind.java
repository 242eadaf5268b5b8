package io.gatehouse.script;

/** When a script runs. */
public enum ScriptKind {
  /** Before an access token of a person is signed. */
  ACCESS_TOKEN("jwt.accessToken"),
  /** Before an access token of a machine is signed. */
  CLIENT_CREDENTIALS("jwt.clientCredentials"),
  /** After the first factor was right. */
  POST_FIRST_FACTOR("action.postFirstFactorVerification"),
  /** When a person has signed in. */
  POST_SIGN_IN("action.postSignIn");

  private final String key;

  ScriptKind(String key) {
    this.key = key;
  }

  /** Names the kind in the database and in lists. */
  public String key() {
    return key;
  }
}
