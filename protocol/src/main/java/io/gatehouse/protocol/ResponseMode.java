package io.gatehouse.protocol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the answer of the authorization endpoint travels. [OAuth 2.0 Multiple Response Types], [OAuth
 * 2.0 Form Post].
 */
public enum ResponseMode {
  QUERY,
  FRAGMENT,
  FORM_POST;

  /**
   * Reads the parameter; absent is {@code query}, the default of the code flow.
   *
   * @throws OAuthException unsupported_response_mode
   */
  public static ResponseMode parse(@Nullable String text) {
    return switch (text) {
      case null -> QUERY;
      case "query" -> QUERY;
      case "fragment" -> FRAGMENT;
      case "form_post" -> FORM_POST;
      default ->
          throw OAuthError.UNSUPPORTED_RESPONSE_MODE.because("unsupported response_mode requested");
    };
  }

  /**
   * The redirect URI with the answer's parameters, for the two modes that redirect. The query it
   * has "MUST be retained when adding additional query parameters" [RFC 6749 §3.1.2].
   */
  public String redirect(String redirectUri, Map<String, String> answer) {
    String pairs =
        answer.entrySet().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    int hash = redirectUri.indexOf('#');
    String target = hash < 0 ? redirectUri : redirectUri.substring(0, hash);
    String fragment = hash < 0 ? "" : redirectUri.substring(hash);
    return switch (this) {
      case QUERY -> target + separator(target) + pairs + fragment;
      case FRAGMENT -> target + "#" + pairs;
      case FORM_POST -> throw new IllegalStateException("a form post is a page, not a redirect");
    };
  }

  private static String separator(String target) {
    if (target.indexOf('?') < 0) {
      return "?";
    }
    return target.endsWith("?") || target.endsWith("&") ? "" : "&";
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
