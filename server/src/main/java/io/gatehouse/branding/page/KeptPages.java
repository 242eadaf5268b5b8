package io.gatehouse.branding.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.branding.captcha.CaptchaWidget;
import io.gatehouse.branding.page.context.Brand;
import io.gatehouse.branding.page.context.FormState;
import io.gatehouse.branding.page.context.PageContext;
import io.gatehouse.branding.page.context.SiteLinks;
import io.gatehouse.branding.page.context.Wording;
import io.gatehouse.platform.id.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the markup of pages that everybody sees alike, such as the sign-in page of an application
 * before anything was typed. What differs is the nonce and the form's token; where they go is known
 * by two secrets that stood there when the page was drawn.
 */
final class KeptPages {
  private static final int MOST = 256;
  private static final int SECRET = 32;

  private final Cache<Look, Kept> kept = Caffeine.newBuilder().maximumSize(MOST).build();

  /** Draws a page. */
  @FunctionalInterface
  interface Drawing {
    String html(PageContext context, String nonce);
  }

  /** All that decides how a page looks. */
  private record Look(
      Page page,
      Wording wording,
      Brand brand,
      PageContext.@Nullable Guest guest,
      SiteLinks site,
      String query,
      @Nullable String returnTo,
      @Nullable CaptchaWidget captcha) {
    static Look of(Page page, PageContext context) {
      FormState form = context.form();
      return new Look(
          page,
          context.wording(),
          context.brand(),
          context.guest(),
          context.site(),
          form.query(),
          form.returnTo(),
          form.captcha());
    }
  }

  /** A part of the markup, and whether the form's token or the nonce follows it. */
  private record Part(String text, boolean token) {}

  private record Kept(List<Part> parts, String end) {
    static Kept of(String html, String nonce, String token) {
      List<Part> parts = new ArrayList<>();
      int at = 0;
      for (MatchResult secret :
          Pattern.compile(nonce + "|" + token).matcher(html).results().toList()) {
        parts.add(new Part(html.substring(at, secret.start()), secret.group().equals(token)));
        at = secret.end();
      }
      return new Kept(List.copyOf(parts), html.substring(at));
    }

    String html(String nonce, String token) {
      StringBuilder html = new StringBuilder();
      parts.forEach(part -> html.append(part.text()).append(part.token() ? token : nonce));
      return html.append(end).toString();
    }
  }

  /** The page as kept, or as it is drawn now. */
  String html(Page page, PageContext context, String nonce, Drawing drawing) {
    return kept.get(Look.of(page, context), look -> drawn(context, drawing))
        .html(nonce, context.form().token());
  }

  private static Kept drawn(PageContext context, Drawing drawing) {
    String nonce = Ids.secret(SECRET);
    String token = Ids.secret(SECRET);
    FormState seen = context.form();
    FormState form = new FormState(token, seen.query(), seen.returnTo(), seen.captcha());
    PageContext secretive =
        new PageContext(
            context.wording(),
            context.brand(),
            context.guest(),
            context.site(),
            form,
            context.requestId(),
            context.at());
    return Kept.of(drawing.html(secretive, nonce), nonce, token);
  }
}
