package io.gatehouse.account.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.Tenant;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a page says of the way on: it goes along from page to page until the task is
 * done.
 *
 * @param redirect where the application wants people back
 * @param showSuccess whether they read first that it is done
 * @param uiLocales the languages it wants them spoken to in
 * @param next the page that waits for a proof, or for the person to have read that it is done
 * @param returned whether the person comes from signing in
 */
record Itinerary(
    @Nullable String redirect,
    @Nullable String showSuccess,
    @Nullable String uiLocales,
    @Nullable String next,
    boolean returned) {
  private static final int LONGEST = 4096;
  private static final Pattern PAGE = Pattern.compile("/account(?:/[A-Za-z0-9_.-]+)*");
  private static final Pattern STATE =
      Pattern.compile(PAGE.pattern() + "(?:\\?[A-Za-z0-9._~!$'()*+,;:@%/?&=-]*)?");

  static Itinerary of(HttpServerRequest request) {
    return new Itinerary(
        given(request.getParam("redirect")),
        given(request.getParam("show_success")),
        given(request.getParam("ui_locales")),
        given(request.getParam("next")),
        request.getParam("code") != null && request.getParam("state") != null
            || request.getParam("error") != null);
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isEmpty() || value.length() > LONGEST ? null : value;
  }

  boolean showsSuccess() {
    return "true".equals(showSuccess);
  }

  /** The page that waits, or the first. */
  String waiting() {
    return next != null && PAGE.matcher(next).matches() ? next : AccountStep.HOME;
  }

  /** What follows a path of ours. */
  String query(String path) {
    return query(path, uiLocales);
  }

  /** The same for somebody who chooses a language. */
  String unspoken(String path) {
    return query(path, null);
  }

  /** What follows a path that leads on to another page of ours afterwards. */
  String onward(String path, @Nullable String page) {
    return new Itinerary(redirect, showSuccess, uiLocales, page, false).query(path);
  }

  private String query(String path, @Nullable String languages) {
    boolean leadsOn = path.startsWith(ProofPage.PATH) || path.equals(HomePage.DONE);
    return query(redirect, showSuccess, languages, leadsOn ? next : null);
  }

  private static String query(
      @Nullable String redirect,
      @Nullable String showSuccess,
      @Nullable String languages,
      @Nullable String next) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    add(query, "redirect", redirect);
    add(query, "show_success", showSuccess);
    add(query, "ui_locales", languages);
    add(query, "next", next);
    return query.toString();
  }

  private static void add(StringJoiner query, String name, @Nullable String value) {
    if (value != null) {
      query.add(name + "=" + URLEncoder.encode(value, UTF_8));
    }
  }

  /**
   * To the provider, which asks who it is where the browser has no session, and sends the person
   * back to the first page. The code that comes along is nobody's: the pages need none, and its
   * challenge was thrown away.
   */
  String signIn(Tenant tenant, String page) {
    StringJoiner query = new StringJoiner("&", "?", "");
    Map.of(
            "client_id",
            AccountDoor.APPLICATION,
            "redirect_uri",
            tenant.url(AccountStep.HOME),
            "response_type",
            "code",
            "scope",
            "openid",
            "code_challenge_method",
            "S256",
            "code_challenge",
            Ids.secret(43),
            "state",
            page + query(page))
        .forEach((name, value) -> add(query, name, value));
    add(query, "ui_locales", uiLocales);
    return tenant.url("/oidc/auth") + query;
  }

  /** Where somebody goes on who comes from signing in. */
  static String after(@Nullable String state) {
    return state != null && state.length() <= LONGEST && STATE.matcher(state).matches()
        ? state
        : AccountStep.HOME;
  }
}
