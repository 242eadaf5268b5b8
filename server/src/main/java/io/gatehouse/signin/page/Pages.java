package io.gatehouse.signin.page;

import io.gatehouse.platform.i18n.Locales;
import io.gatehouse.platform.i18n.Phrases;
import io.gatehouse.platform.id.Ids;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Turns a page into HTML, with a fresh nonce and the headers that guard it. */
@Singleton
public final class Pages {
  private final Phrases phrases;
  private final Locales locales;
  private final PageAssets assets;

  Pages(Phrases phrases, Locales locales, PageAssets assets) {
    this.phrases = phrases;
    this.locales = locales;
    this.assets = assets;
  }

  /** The page in the context's language and looks. */
  public RenderedPage render(Page page, PageContext context) {
    String nonce = Ids.secret(22);
    View.Rendering rendering = new View.Rendering(phrases, locales.supported(), assets, nonce);
    String html = template(page, new View(rendering, page, context)).render();
    return new RenderedPage(html.getBytes(StandardCharsets.UTF_8), headers(nonce, context));
  }

  private static Map<String, String> headers(String nonce, PageContext context) {
    return Map.of(
        "Content-Type", "text/html;charset=UTF-8",
        "Content-Language", context.language().tag(),
        "Content-Security-Policy",
            ContentSecurityPolicy.header(nonce, context.site().frameAncestors()),
        "Cache-Control", "no-store",
        "Referrer-Policy", "strict-origin",
        "X-Content-Type-Options", "nosniff");
  }

  private static TemplateInstance template(Page page, View view) {
    return switch (page) {
      case Page.SignIn signIn -> Templates.signIn(signIn, view);
      case Page.Password password -> Templates.password(password, view);
      case Page.Register register -> Templates.register(register, view);
      case Page.NewPassword password -> Templates.newPassword(password, view);
      case Page.Code code -> Templates.code(code, view);
      case Page.Continue missing -> Templates.missing(missing, view);
      case Page.ForgotPassword forgot -> Templates.forgotPassword(forgot, view);
      case Page.LinkAccount link -> Templates.linkAccount(link, view);
      case Page.Consent consent -> Templates.consent(consent, view);
      case Page.Failure failure -> Templates.failure(failure, view);
      case Page.RefusedRedirect refused -> Templates.refusedRedirect(refused, view);
      case Page.UnknownSession unknown -> Templates.unknownSession(unknown, view);
      case Page.AccountSuspended suspended -> Templates.accountSuspended(suspended, view);
      case Page.SignOutConfirm confirm -> Templates.signOutConfirm(confirm, view);
      case Page.SignedOut out -> Templates.signedOut(out, view);
      case Page.LogoutForward forward -> Templates.logoutForward(forward, view);
      case Page.FormPost post -> Templates.formPost(post, view);
    };
  }
}
