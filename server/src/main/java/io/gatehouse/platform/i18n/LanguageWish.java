package io.gatehouse.platform.i18n;

import org.jspecify.annotations.Nullable;

/**
 * What a request says about the language its reader wants, strongest first.
 *
 * @param uiLocales OpenID Connect's {@code ui_locales}: tags parted by spaces
 * @param chosen what the person picked in the page's footer
 * @param acceptLanguage the header, or null where the tenant switched detection off
 * @param fallback the tenant's own language
 */
public record LanguageWish(
    @Nullable String uiLocales,
    @Nullable String chosen,
    @Nullable String acceptLanguage,
    @Nullable String fallback) {

  /** A request that says nothing but its header. */
  public static LanguageWish ofHeader(@Nullable String acceptLanguage) {
    return new LanguageWish(null, null, acceptLanguage, null);
  }
}
