package io.gatehouse.branding.page;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.Page.Choice;
import io.gatehouse.branding.page.Page.Client;
import io.gatehouse.branding.page.Page.Flow;
import io.gatehouse.branding.page.Page.PasswordRules;
import io.gatehouse.branding.page.Page.Permission;
import io.gatehouse.branding.page.Page.Person;
import io.gatehouse.branding.page.Page.Terms;
import io.gatehouse.branding.page.context.Brand;
import io.gatehouse.branding.page.context.FormState;
import io.gatehouse.branding.page.context.PageContext;
import io.gatehouse.branding.page.context.Pictures;
import io.gatehouse.branding.page.context.SiteLinks;
import io.gatehouse.branding.page.context.Wording;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.i18n.Locales;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every page in a state worth looking at; tests render them all. */
final class Gallery {
  static final String HOSTILE = "\"><script>alert(1)</script>&'{view.nonce}</title></textarea>";

  private Gallery() {}

  static PageContext context(String tag) {
    Language language = new Locales().find(tag).orElse(new Language(tag, tag));
    return context(language, Brand.plain("Tidebook"));
  }

  static PageContext context(Language language, Brand brand) {
    return new PageContext(
        new Wording(language, Map.of(), new Locales().supported()),
        brand,
        null,
        new SiteLinks(
            "https://tidebook.example/terms",
            "https://tidebook.example/privacy",
            "https://tidebook.example/help",
            "help@tidebook.example",
            List.of("http://localhost:3002")),
        new FormState("token-of-the-form", "?app_id=tidebook", "/sign-in?app_id=tidebook"),
        "Vx3k_9aBcDeFgHiJ",
        Instant.parse("2026-03-01T14:02:00Z"));
  }

  static Brand brand(Brand.Colors colors, @Nullable String css) {
    return new Brand("Tidebook", Pictures.NONE, Pictures.NONE, colors, css);
  }

  static Ways ways(String... names) {
    return new Ways(
        Stream.of(names).map(name -> new SocialButton(name, name, null, null)).toList(),
        true,
        true,
        true,
        true,
        new Ways.Passkeys(true, false),
        null);
  }

  static Map<String, Page> pages() {
    Map<String, Page> pages = new LinkedHashMap<>();
    signingIn(pages);
    registering(pages);
    secondStep(pages);
    social(pages);
    ending(pages);
    OwnAccountGallery.add(pages);
    return pages;
  }

  static Page page(String name) {
    return Objects.requireNonNull(pages().get(name), name);
  }

  private static void signingIn(Map<String, Page> pages) {
    Ways three = ways("Hugging Face", "GitHub", "Google");
    Set<IdentifierKind> both = Set.of(IdentifierKind.EMAIL, IdentifierKind.USERNAME);
    pages.put("sign-in", new Page.SignIn(both, true, "", Terms.NONE, three, Problems.NONE));
    pages.put(
        "sign-in-error",
        new Page.SignIn(
            both,
            true,
            "mira@tidebook.example",
            Terms.NONE,
            three,
            Problems.field("password", Problem.of("session.invalid_credentials"))));
    pages.put(
        "sign-in-first",
        new Page.SignIn(
            Set.of(IdentifierKind.values()), false, "", Terms.CHECKBOX, Ways.NONE, Problems.NONE));
    pages.put(
        "sign-in-social",
        new Page.SignIn(
            Set.of(),
            true,
            "",
            Terms.NOTICE,
            ways(
                "Hugging Face",
                "GitHub",
                "Google",
                "Microsoft",
                "Apple",
                "LinkedIn",
                "GitLab",
                "WeChat"),
            Problems.NONE));
    pages.put(
        "sign-in-nothing",
        new Page.SignIn(Set.of(), true, "", Terms.NONE, Ways.NONE, Problems.NONE));
    pages.put(
        "single-sign-on",
        new Page.SingleSignOn("mira@tidebook.example", Terms.NOTICE, Problems.NONE));
    pages.put(
        "choose-enterprise",
        new Page.ChooseEnterprise(
            "mira@tidebook.example",
            List.of(
                new SocialButton("a", "Tidebook Paris", null, null),
                new SocialButton("b", "Tidebook Lima", null, null))));
    pages.put(
        "password", new Page.Password("mira@tidebook.example", true, true, true, Problems.NONE));
    pages.put("code", code(false, Problems.NONE));
    pages.put(
        "code-error",
        code(true, Problems.field("code", Problem.of("verification_code.code_mismatch"))));
    pages.put(
        "forgot-password",
        new Page.ForgotPassword(Set.of(IdentifierKind.EMAIL), "", Problems.NONE));
    pages.put(
        "reset-password",
        new Page.NewPassword(
            Flow.FORGOT_PASSWORD,
            "mira@tidebook.example",
            new PasswordRules(8, 1, true, true),
            Problems.NONE));
  }

  private static Page code(boolean resent, Problems problems) {
    return code(
        "mira@tidebook.example",
        resent,
        problems,
        new SentCode.Link("code.or_password", "/sign-in/password"),
        SentCode.Link.change(IdentifierKind.EMAIL, "/sign-in"));
  }

  private static Page code(String to, boolean resent, Problems problems, SentCode.Link... links) {
    Duration wait = resent ? Duration.ofSeconds(42) : Duration.ZERO;
    return new SentCode(
        "/sign-in/verification-code",
        new SentCode.Sent(IdentifierKind.EMAIL, to, Duration.ofMinutes(10), wait, resent),
        List.of(links),
        problems);
  }

  private static void registering(Map<String, Page> pages) {
    PasswordRules rules = new PasswordRules(8, 3, true, true);
    Set<IdentifierKind> username = Set.of(IdentifierKind.USERNAME);
    Ways two = ways("Hugging Face", "GitHub");
    pages.put(
        "register", new Page.Register(username, rules, "", Terms.CHECKBOX, two, Problems.NONE));
    Map<String, List<Problem>> wrong = new LinkedHashMap<>();
    wrong.put("identifier", List.of(Problem.of("user.username_already_in_use")));
    wrong.put(
        "password",
        List.of(
            new Problem("password_rejected.too_short", Map.of("min", 8)),
            Problem.of("password_rejected.pwned")));
    wrong.put("terms", List.of(Problem.of("form.terms_required")));
    pages.put(
        "register-errors",
        new Page.Register(username, rules, "mira", Terms.CHECKBOX, two, new Problems(null, wrong)));
    pages.put(
        "register-password", new Page.NewPassword(Flow.REGISTER, "mira", rules, Problems.NONE));
    pages.put(
        "continue",
        new Page.Continue(Set.of(IdentifierKind.EMAIL), "", "Hugging Face", Problems.NONE));
    Problems years = Problems.field("age", new Problem("form.too_small", Map.of("min", "18")));
    pages.put("extra-profile", new Page.ExtraProfile(questions(), Problems.NONE));
    pages.put("extra-profile-error", new Page.ExtraProfile(questions(), years));
  }

  static List<Field> questions() {
    return List.of(
        question("fullname.givenName", Field.Kind.TEXT, "", "givenName", true),
        question("homeAddress.country", Field.Kind.TEXT, "", "country", false),
        question("age", Field.Kind.NUMBER, "Your age", "age", true),
        question("birthdate", Field.Kind.DATE, "", "birthdate", false),
        question("website", Field.Kind.URL, "", "website", false),
        question("boat", Field.Kind.SELECT, "Your boat", "boat", true),
        question("news", Field.Kind.CHECKBOX, "Tell me the news", "news", false));
  }

  private static Field question(
      String name, Field.Kind kind, String label, String member, boolean required) {
    return new Field(
        name,
        kind,
        label,
        member,
        required ? null : "As you like.",
        required,
        "e.g.",
        "",
        "2",
        "120",
        List.of(new Choice("s", "Sloop"), new Choice("k", "Ketch")));
  }

  private static void secondStep(Map<String, Page> pages) {
    Problems wrong = Problems.field("code", Problem.of("session.mfa.invalid_totp_code"));
    MfaStep.Leave leave = new MfaStep.Leave(true, true);
    pages.put(
        "mfa-choose",
        new MfaStep.Choose(
            List.of(
                new MfaStep.Offer(Factor.WEB_AUTHN, null),
                new MfaStep.Offer(Factor.TOTP, null),
                new MfaStep.Offer(Factor.PHONE_CODE, "****4242"),
                new MfaStep.Offer(Factor.EMAIL_CODE, "m****@tidebook.example"),
                new MfaStep.Offer(Factor.BACKUP_CODE, null)),
            Problems.NONE));
    pages.put(
        "mfa-totp",
        new MfaStep.HeldCode(false, true, new MfaStep.Trust(Instant.EPOCH, false), Problems.NONE));
    pages.put(
        "mfa-totp-error",
        new MfaStep.HeldCode(false, false, new MfaStep.Trust(Instant.EPOCH, true), wrong));
    pages.put("mfa-backup", new MfaStep.HeldCode(true, true, null, Problems.NONE));
    pages.put(
        "mfa-email",
        code(
            "m****@tidebook.example",
            true,
            Problems.NONE,
            new SentCode.Link("mfa.others", MfaStep.PROOF),
            new SentCode.Link("mfa.somebody_else", "/sign-in")));
    pages.put(
        "mfa-passkey",
        new MfaStep.Passkey(
            "{\"challenge\":\"AAAA\"}",
            false,
            true,
            new MfaStep.Trust(Instant.EPOCH, false),
            Problems.NONE));
    pages.put("mfa-onboarding", new MfaStep.Onboarding());
    List<MfaStep.Offer> fresh =
        List.of(
            new MfaStep.Offer(Factor.TOTP, null),
            new MfaStep.Offer(Factor.WEB_AUTHN, null),
            new MfaStep.Offer(Factor.EMAIL_CODE, null));
    pages.put(
        "mfa-new",
        new MfaStep.ChooseNew(fresh, false, new MfaStep.Leave(false, false), Problems.NONE));
    pages.put("mfa-another", new MfaStep.ChooseNew(fresh, true, leave, Problems.NONE));
    pages.put(
        "mfa-new-totp",
        new MfaStep.NewTotp(
            "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
            "data:image/png;base64,",
            "otpauth://totp/Tidebook:mira?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Tidebook",
            leave,
            new MfaStep.Trust(Instant.EPOCH, true),
            wrong));
    pages.put(
        "mfa-new-backup",
        new MfaStep.NewBackupCodes(
            List.of("0f1e2d3c4b", "5a69788796", "a5b4c3d2e1", "00112233ff"), Problems.NONE));
    pages.put(
        "mfa-new-email",
        new MfaStep.NewAddress(IdentifierKind.EMAIL, HOSTILE, leave, Problems.NONE));
    pages.put(
        "mfa-new-passkey",
        new MfaStep.NewPasskey("{\"challenge\":\"AAAA\"}", false, leave, null, Problems.NONE));
    pages.put(
        "passkey-sign-in",
        new MfaStep.Passkey("{\"challenge\":\"AAAA\"}", true, false, null, Problems.NONE));
    pages.put(
        "passkey-offer",
        new MfaStep.NewPasskey("{\"challenge\":\"AAAA\"}", true, leave, null, Problems.NONE));
  }

  private static void social(Map<String, Page> pages) {
    Person mira = new Person("Mira Okafor", "mira@tidebook.example", null);
    pages.put("one-time-token", new Page.OneTimeToken("mira@tidebook.example", null));
    pages.put("one-time-token-other", new Page.OneTimeToken("zoe@tidebook.example", mira));
    pages.put(
        "link-account",
        new Page.LinkAccount(
            new SocialButton("hf", "Hugging Face", null, null),
            mira,
            "m•••@tidebook.example",
            true,
            Problems.NONE));
    Client client =
        new Client(
            "Ledgerline",
            Pictures.NONE,
            "ledgerline.example",
            "https://ledgerline.example/terms",
            null);
    pages.put(
        "consent",
        new Page.Consent(
            client,
            mira,
            List.of(
                new Permission("See who you are", "Name, picture and email address"),
                new Permission("Stay connected", null)),
            List.of(
                new Page.PermissionsAt(
                    "Invoices",
                    List.of(
                        new Permission("Read your invoices", null),
                        new Permission("Pay your invoices", null)))),
            List.of(new Choice("o1", "Harbour Council"), new Choice("o2", "Okafor Family"))));
  }

  private static void ending(Map<String, Page> pages) {
    pages.put(
        "failure",
        new Page.Failure(Problem.of("oidc.invalid_request"), "https://tidebook.example/"));
    pages.put(
        "refused-redirect",
        new Page.RefusedRedirect("https://tidebook.example/callback/", "Tidebook", "abc123"));
    pages.put("unknown-session", new Page.UnknownSession("https://tidebook.example/"));
    pages.put("link-over", new Page.Failure(Problem.of("one_time_token.token_expired"), null));
    pages.put("not-found", new Page.NotFound("https://tidebook.example/"));
    pages.put("demo", new Page.Demo());
    pages.put("account-suspended", new Page.AccountSuspended());
    pages.put("accept-terms", new Page.AcceptTerms(Problems.NONE));
    pages.put("no-access", new Page.NoAccess("/oidc/session/end?client_id=notes"));
    pages.put("sign-out-confirm", new SignOutStep.Confirm("xsrf-value", "Mira Okafor"));
    pages.put("signed-out", new SignOutStep.Done("https://tidebook.example/"));
    pages.put("logout-forward", new SignOutStep.Forward("xsrf-value"));
    pages.put("device-code", new DeviceStep.Code("", "xsrf-value", Problems.NONE));
    pages.put(
        "device-code-error",
        new DeviceStep.Code(
            "WDJB-MJHX",
            "xsrf-value",
            Problems.field("user_code", Problem.of("device.code_unknown"))));
    pages.put(
        "device-confirm",
        new DeviceStep.Confirm("WDJB-MJHT", "Television", List.of(), "xsrf-value"));
    pages.put("device-done", new DeviceStep.Done());
    pages.put(
        "backchannel-decision",
        new BackchannelStep.Decision(
            "Tidebook",
            "B7 " + HOSTILE,
            List.of(new Page.Permission("Pay a bill", "Amount: 12.5 · Recipient: Books & Co")),
            "request-value",
            "xsrf-value"));
    pages.put("backchannel-done", new BackchannelStep.Done(true));
    pages.put("backchannel-denied", new BackchannelStep.Done(false));
    pages.put("backchannel-over", new BackchannelStep.Over());
    pages.put("backchannel-stranger", new BackchannelStep.Stranger());
    pages.put("device-demo", new DeviceStep.Demo("https://tidebook.example/device"));
    pages.put(
        "frontchannel-logout",
        new SignOutStep.Frames(
            List.of("https://tidebook.example/out?sid=1"), "https://tidebook.example/"));
    pages.put(
        "onward", new Page.Onward("/api/saml-applications/abc/callback", Map.of("code", "abc")));
    pages.put(
        "form-post",
        FormPost.back(
            "https://tidebook.example/callback", Map.of("code", "abc", "state", HOSTILE)));
    pages.put(
        "form-post-provider",
        FormPost.toProvider("https://idp.example/sso", Map.of("SAMLRequest", "abc")));
  }
}
