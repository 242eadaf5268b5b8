package io.gatehouse.signin.unknown;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the page is whose form goes to a path that shows nothing itself. People come to such a path
 * by reloading what a form has answered.
 */
final class FormPaths {
  private static final List<Rule> RULES =
      List.of(
          new Rule("/social|/social/prompt|/language|/captcha", "/sign-in"),
          new Rule("(/account/sessions)/.+", "$1"),
          new Rule("(/account/passkey/manage)/.+", "$1"),
          new Rule("(/.+)/(?:send|resend|skip|options|remove)", "$1"));

  private record Rule(Pattern from, String to) {
    Rule(String from, String to) {
      this(Pattern.compile("^(?:" + from + ")$"), to);
    }
  }

  private FormPaths() {}

  /** The page of the form; the path itself where nothing is known of it. */
  static String page(String path) {
    for (Rule rule : RULES) {
      var matcher = rule.from().matcher(path);
      if (matcher.matches()) {
        return matcher.replaceFirst(rule.to());
      }
    }
    return path;
  }
}
