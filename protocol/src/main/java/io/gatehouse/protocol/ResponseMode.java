package io.gatehouse.protocol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the answer of the authorization endpoint travels. [OAuth 2.0 Multiple Response Types], [OAuth
 * 2.0 Form Post], [JARM §2.3].
 */
public enum ResponseMode {
  QUERY,
  FRAGMENT,
  FORM_POST,
  QUERY_JWT,
  FRAGMENT_JWT,
  FORM_POST_JWT;

  /**
   * Reads the parameter; absent is {@code query}, the default of the code flow, or {@code
   * fragment}, the default where tokens travel with the browser.
   *
   * @throws OAuthException unsupported_response_mode
   */
  public static ResponseMode parse(@Nullable String text, boolean frontChannel) {
    return switch (text) {
      case null -> frontChannel ? FRAGMENT : QUERY;
      case "jwt" -> frontChannel ? FRAGMENT_JWT : QUERY_JWT;
      case "query" -> QUERY;
      case "query.jwt" -> QUERY_JWT;
      case "fragment.jwt" -> FRAGMENT_JWT;
      case "form_post.jwt" -> FORM_POST_JWT;
      case "fragment" -> FRAGMENT;
      case "form_post" -> FORM_POST;
      default ->
          throw OAuthError.UNSUPPORTED_RESPONSE_MODE.because("unsupported response_mode requested");
    };
  }

  /** Whether the answer is a signed one. [JARM §2.3] */
  public boolean signed() {
    return this != carrier();
  }

  /** The same where a query would be seen by servers. */
  public ResponseMode inFragment() {
    return switch (this) {
      case QUERY -> FRAGMENT;
      case QUERY_JWT -> FRAGMENT_JWT;
      default -> this;
    };
  }

  /** How it travels, signed or not. */
  public ResponseMode carrier() {
    return switch (this) {
      case QUERY, QUERY_JWT -> QUERY;
      case FRAGMENT, FRAGMENT_JWT -> FRAGMENT;
      case FORM_POST, FORM_POST_JWT -> FORM_POST;
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
    return switch (carrier()) {
      case QUERY -> target + separator(target) + pairs + fragment;
      case FRAGMENT -> target + "#" + pairs;
      default -> throw new IllegalStateException("a form post is a page, not a redirect");
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
