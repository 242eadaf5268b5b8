package io.gatehouse.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the authorization endpoint answers with: a code, tokens, or both. "The order of values does
 * not matter" [RFC 6749 §3.1.1]. [OAuth 2.0 Multiple Response Types §3]
 */
public record ResponseType(boolean code, boolean idToken, boolean token) {
  public static final ResponseType CODE = new ResponseType(true, false, false);

  private static final String TOKEN_WORD = "token";
  private static final String ID_TOKEN_WORD = "id_token";
  private static final Set<String> WORDS = Set.of("code", ID_TOKEN_WORD, TOKEN_WORD);

  /**
   * Reads the parameter.
   *
   * @throws OAuthException unsupported_response_type
   */
  public static ResponseType parse(String text) {
    Set<String> words = Scopes.parse(text).values();
    ResponseType type =
        new ResponseType(
            words.contains("code"), words.contains(ID_TOKEN_WORD), words.contains(TOKEN_WORD));
    // An access token alone tells nobody who it is about [RFC 9700 §2.1.2].
    boolean tokenAlone = type.token && !type.idToken && !type.code;
    if (words.isEmpty() || !WORDS.containsAll(words) || tokenAlone) {
      throw OAuthError.UNSUPPORTED_RESPONSE_TYPE.because("unsupported response_type requested");
    }
    return type;
  }

  /** Whether a text asks for anything but a code, whether or not it is understood. */
  public static boolean asksTokens(@Nullable String text) {
    Set<String> words = Scopes.parse(text).values();
    return words.contains(TOKEN_WORD) || words.contains(ID_TOKEN_WORD);
  }

  /** Whether tokens travel with the browser, which keeps them from servers by a fragment. */
  public boolean frontChannel() {
    return idToken || token;
  }

  /** As on the wire, in the order that the specifications write. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    if (code) {
      words.add("code");
    }
    if (idToken) {
      words.add(ID_TOKEN_WORD);
    }
    if (token) {
      words.add(TOKEN_WORD);
    }
    return String.join(" ", words);
  }
}
