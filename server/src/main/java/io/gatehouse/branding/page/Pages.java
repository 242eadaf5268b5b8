package io.gatehouse.branding.page;

import io.gatehouse.branding.page.asset.PageAssets;
import io.gatehouse.branding.page.asset.PictureScheme;
import io.gatehouse.branding.page.context.PageContext;
import io.gatehouse.platform.i18n.Phrases;
import io.gatehouse.platform.id.Ids;
import io.quarkus.qute.Engine;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Turns a page into HTML, with a fresh nonce and the headers that guard it. */
@Singleton
public final class Pages {
  private final Engine engine;
  private final Phrases phrases;
  private final PageAssets assets;
  private final KeptPages kept = new KeptPages();

  Pages(Engine engine, Phrases phrases, PageAssets assets) {
    this.engine = engine;
    this.phrases = phrases;
    this.assets = assets;
  }

  /** The page in the context's language and looks. */
  public RenderedPage render(Page page, PageContext context) {
    String nonce = Ids.secret(22);
    String policy =
        ContentSecurityPolicy.header(
            nonce, context.site().frameAncestors(), page, context.form().captcha());
    String html =
        page.alike()
            ? kept.html(page, context, nonce, (one, secret) -> html(page, one, secret))
            : html(page, context, nonce);
    return rendered(html, context, policy);
  }

  /** A picture of the page: it looks the same, in the scheme that is wanted, and does nothing. */
  public RenderedPage picture(Page page, PageContext context, PictureScheme scheme) {
    String nonce = Ids.secret(22);
    String policy = ContentSecurityPolicy.picture(nonce, context.site().frameAncestors());
    String still = scheme.still(html(page, context, nonce), assets, nonce);
    return rendered(still, context, policy);
  }

  private String html(Page page, PageContext context, String nonce) {
    View.Rendering rendering =
        new View.Rendering(
            phrases.saying(context.wording().own()), context.wording().offered(), assets, nonce);
    return engine
        .getTemplate("signin/" + template(page))
        .data("page", page, "view", new View(rendering, page, context))
        .render();
  }

  private static RenderedPage rendered(String html, PageContext context, String policy) {
    return new RenderedPage(
        html.getBytes(StandardCharsets.UTF_8), guards(policy), context.language().tag());
  }

  private static Map<String, String> guards(String policy) {
    return Map.of(
        "Content-Type", "text/html; charset=utf-8",
        "Content-Security-Policy", policy,
        "Referrer-Policy", "strict-origin-when-cross-origin",
        "X-Content-Type-Options", "nosniff");
  }

  /**
   * Its template in `templates/signin`, which declares the types it shows; the build checks them.
   */
  private static String template(Page page) {
    return switch (page) {
      case Page.SignIn _ -> "sign-in";
      case Page.Password _ -> "password";
      case Page.SingleSignOn _ -> "single-sign-on";
      case Page.ChooseEnterprise _ -> "choose-enterprise";
      case Page.Register _ -> "register";
      case Page.AcceptTerms _ -> "accept-terms";
      case Page.NewPassword _ -> "new-password";
      case SentCode _ -> "code";
      case Page.Continue _ -> "missing";
      case Page.ExtraProfile _ -> "extra-profile";
      case Page.ForgotPassword _ -> "forgot-password";
      case Page.LinkAccount _ -> "link-account";
      case Page.OneTimeToken _ -> "one-time-token";
      case Page.Consent _ -> "consent";
      case Page.Failure _ -> "failure";
      case Page.RefusedRedirect _ -> "refused-redirect";
      case Page.UnknownSession _ -> "unknown-session";
      case Page.NotFound _ -> "not-found";
      case Page.Demo _ -> "demo";
      case Page.AccountSuspended _ -> "account-suspended";
      case Page.NoAccess _ -> "no-access";
      case MfaStep.Choose _ -> "mfa/choose";
      case MfaStep.HeldCode _ -> "mfa/held-code";
      case MfaStep.Passkey _ -> "mfa/passkey";
      case MfaStep.Onboarding _ -> "mfa/onboarding";
      case MfaStep.ChooseNew _ -> "mfa/choose-new";
      case MfaStep.NewTotp _ -> "mfa/new-totp";
      case MfaStep.NewBackupCodes _ -> "mfa/new-backup-codes";
      case MfaStep.NewAddress _ -> "mfa/new-address";
      case MfaStep.NewPasskey _ -> "mfa/new-passkey";
      case AccountStep.Home _ -> "account/home";
      case AccountStep.Security _ -> "account/security";
      case AccountStep.Profile _ -> "account/profile";
      case AccountStep.Picture _ -> "account/picture";
      case AccountStep.Data _ -> "account/data";
      case AccountStep.Prove _ -> "account/prove";
      case AccountStep.Identify _ -> "account/identify";
      case AccountStep.Password _ -> "account/password";
      case OwnFactorStep.NewApp _ -> "account/new-app";
      case OwnFactorStep.App _ -> "account/app";
      case OwnFactorStep.NewCodes _ -> "account/new-codes";
      case OwnFactorStep.Codes _ -> "account/codes";
      case OwnFactorStep.NewPasskey _ -> "account/new-passkey";
      case OwnFactorStep.Passkeys _ -> "account/passkeys";
      case AccountStep.Social _ -> "account/social";
      case AccountStep.Sessions _ -> "account/sessions";
      case AccountStep.Removal _ -> "account/removal";
      case AccountStep.Done _ -> "account/done";
      case SignOutStep.Confirm _ -> "sign-out/confirm";
      case SignOutStep.Done _ -> "sign-out/done";
      case SignOutStep.Forward _ -> "sign-out/forward";
      case SignOutStep.Frames _ -> "sign-out/frames";
      case DeviceStep.Code _ -> "device/code";
      case DeviceStep.Confirm _ -> "device/confirm";
      case DeviceStep.Done _ -> "device/done";
      case BackchannelStep.Decision _ -> "backchannel/decision";
      case BackchannelStep.Done _ -> "backchannel/done";
      case BackchannelStep.Over _ -> "backchannel/over";
      case BackchannelStep.Stranger _ -> "backchannel/stranger";
      case DeviceStep.Demo _ -> "device/demo";
      case Page.Onward _ -> "onward";
      case FormPost _ -> "form-post";
    };
  }
}
