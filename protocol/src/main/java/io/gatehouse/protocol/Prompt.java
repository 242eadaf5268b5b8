package io.gatehouse.protocol;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the client asks the provider to show. [OpenID Connect Core §3.1.2.1]. */
public enum Prompt {
  NONE,
  LOGIN,
  CONSENT,
  SELECT_ACCOUNT;

  /**
   * Reads the parameter: "Space-delimited, case-sensitive list".
   *
   * @throws OAuthException invalid_request for an unknown value, or {@code none} with another
   */
  public static Set<Prompt> parse(@Nullable String text) {
    Set<Prompt> prompts = EnumSet.noneOf(Prompt.class);
    for (String value : Scopes.parse(text).values()) {
      prompts.add(
          switch (value) {
            case "none" -> NONE;
            case "login" -> LOGIN;
            case "consent" -> CONSENT;
            case "select_account" -> SELECT_ACCOUNT;
            default ->
                throw OAuthError.INVALID_REQUEST.because("unsupported prompt value requested");
          });
    }
    if (prompts.contains(NONE) && prompts.size() > 1) {
      throw OAuthError.INVALID_REQUEST.because("prompt none must only be used alone");
    }
    return prompts;
  }
}
