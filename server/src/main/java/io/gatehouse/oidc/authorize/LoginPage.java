package io.gatehouse.oidc.authorize;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which page a sign-in begins at: {@code first_screen}, the older {@code interaction_mode}, {@code
 * direct_sign_in}.
 */
final class LoginPage {
  /** The request's parameters that the pages read. */
  static final Set<String> PARAMETERS =
      Set.of(
          "first_screen",
          "interaction_mode",
          "direct_sign_in",
          "organization_id",
          "ui_locales",
          "identifier",
          "login_hint",
          "one_time_token");

  /** Where the credential of Google's prompt is taken. */
  private static final String GOOGLE = "social:google";

  private static final Map<String, String> SCREENS =
      Map.of(
          "sign_in", "sign-in",
          "signIn", "sign-in",
          "register", "register",
          "reset_password", "reset-password",
          "identifier:sign_in", "identifier-sign-in",
          "identifier:register", "identifier-register",
          "single_sign_on", "single-sign-on");
  private static final List<String> PASSED_ON =
      List.of("organization_id", "ui_locales", "one_time_token", "login_hint", "identifier");

  private LoginPage() {}

  /** The path and query of the first page; an unknown screen means the ordinary one. */
  static String of(AuthorizationRequest request) {
    Map<String, String> parameters = request.parameters();
    String screen = screen(parameters);
    Map<String, String> query = new LinkedHashMap<>();
    query.put("app_id", request.clientId());
    PASSED_ON.forEach(name -> {
      String value = parameters.get(name);
      if (value != null) {
        query.put(name, value);
      }
    });
    String prompted = request.promptCredential() == null ? "" : GOOGLE;
    String[] direct = parameters.getOrDefault("direct_sign_in", prompted).split(":", -1);
    if (direct.length < 2 || direct[0].isEmpty() || direct[1].isEmpty()) {
      return "/" + screen + query(query);
    }
    query.put("fallback", screen);
    return "/direct/" + encode(direct[0]) + "/" + encode(direct[1]) + query(query);
  }

  private static String screen(Map<String, String> parameters) {
    String known = SCREENS.get(parameters.getOrDefault("first_screen", ""));
    if (known != null) {
      return known;
    }
    return "signUp".equals(parameters.get("interaction_mode")) ? "register" : "sign-in";
  }

  private static String query(Map<String, String> query) {
    return query.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&", "?", ""));
  }

  static String encode(@Nullable String text) {
    return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
