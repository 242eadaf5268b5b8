package io.gatehouse.branding.page;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.AccountStep.Browser;
import io.gatehouse.branding.page.AccountStep.Granted;
import io.gatehouse.branding.page.AccountStep.Group;
import io.gatehouse.branding.page.AccountStep.Line;
import io.gatehouse.branding.page.AccountStep.Linking;
import io.gatehouse.branding.page.AccountStep.Words;
import io.gatehouse.branding.page.OwnFactorStep.KeptCode;
import io.gatehouse.branding.page.OwnFactorStep.Passkey;
import io.gatehouse.branding.page.Page.PasswordRules;
import io.gatehouse.branding.page.Page.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The pages of the account centre in a state worth looking at. */
final class OwnAccountGallery {
  private static final String MAIL = "mira@tidebook.example";
  private static final Instant DAY = Instant.parse("2026-02-14T09:30:00Z");

  private OwnAccountGallery() {}

  static void add(Map<String, Page> pages) {
    overviews(pages);
    identifiers(pages);
    factors(pages);
    elsewhere(pages);
  }

  private static Line line(String icon, String key, Words value, String page) {
    return new Line(icon, Words.phrase(key), value, "/account/" + page);
  }

  private static void overviews(Map<String, Page> pages) {
    pages.put(
        "account-home",
        new AccountStep.Home(
            new Person("Mira Okafor", MAIL, null),
            List.of(
                line(
                    "person",
                    "account.profile.title",
                    Words.phrase("account.profile.detail"),
                    "profile"),
                line(
                    "screen",
                    "account.sessions.title",
                    Words.phrase("account.sessions.detail"),
                    "sessions")),
            "/oidc/session/end",
            "https://tidebook.example/goodbye"));
    pages.put(
        "account-security",
        new AccountStep.Security(
            List.of(
                new Group(
                    "account.ways",
                    List.of(
                        line("email", "identifier.email", Words.orNone(Gallery.HOSTILE), "email"),
                        new Line(
                            "lock", Words.phrase("field.password"), Words.orNone(null), null))),
                new Group(
                    "account.second",
                    List.of(
                        line(
                            "backup",
                            "account.codes.title",
                            new Words.Phrase("account.codes.left", Map.of("count", 7)),
                            "backup-codes/manage")))),
            null));
    pages.put(
        "account-profile",
        new AccountStep.Profile(
            Gallery.questions(),
            List.of(
                new Line("person", Words.phrase("profile.field.nickname"), Words.orNone(""), null)),
            Problems.field("age", new Problem("form.too_small", Map.of("min", "18")))));
    pages.put(
        "account-prove",
        new AccountStep.Prove(
            MAIL, true, List.of(new MfaStep.Offer(Factor.EMAIL_CODE, MAIL)), false, Problems.NONE));
    pages.put(
        "account-prove-impossible",
        new AccountStep.Prove("", false, List.of(), true, Problems.NONE));
    pages.put(
        "account-prove-nothing",
        new AccountStep.Prove(MAIL, false, List.of(), false, Problems.NONE));
    pages.put("account-data", new AccountStep.Data("/account/data/my-data.json"));
    pages.put(
        "account-picture",
        new AccountStep.Picture(
            new Person("Mira Okafor", MAIL, "https://tidebook.example/mira.png"),
            20,
            Problems.field("file", Problem.of("guard.mime_type_not_allowed"))));
    pages.put("account-done", new AccountStep.Done("https://tidebook.example/settings"));
  }

  private static void identifiers(Map<String, Page> pages) {
    pages.put(
        "account-email",
        new AccountStep.Identify(
            IdentifierKind.EMAIL,
            MAIL,
            Gallery.HOSTILE,
            Problems.field("identifier", Problem.of("user.email_already_in_use"))));
    pages.put(
        "account-phone", new AccountStep.Identify(IdentifierKind.PHONE, null, "", Problems.NONE));
    pages.put(
        "account-username",
        new AccountStep.Identify(IdentifierKind.USERNAME, "mira", "", Problems.NONE));
    pages.put(
        "account-password",
        new AccountStep.Password(MAIL, true, new PasswordRules(8, 2, true, true), Problems.NONE));
  }

  private static void factors(Map<String, Page> pages) {
    pages.put(
        "account-new-app",
        new OwnFactorStep.NewApp(
            "/account/authenticator-app",
            "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
            "data:image/png;base64,",
            Problems.NONE));
    pages.put("account-app", new OwnFactorStep.App());
    pages.put(
        "account-new-codes",
        new OwnFactorStep.NewCodes(
            "/account/backup-codes/generate", List.of("0f1e2d3c4b", "5a69788796"), Problems.NONE));
    pages.put(
        "account-codes",
        new OwnFactorStep.Codes(
            List.of(new KeptCode("0f1e2d3c4b", false), new KeptCode("5a69788796", true)), true));
    pages.put(
        "account-new-passkey",
        new OwnFactorStep.NewPasskey("{\"challenge\":\"AAAA\"}", Problems.NONE));
    pages.put(
        "account-passkeys",
        new OwnFactorStep.Passkeys(
            List.of(
                new Passkey("one", "", new Words.Text("Firefox · Linux"), null, DAY),
                new Passkey("two", Gallery.HOSTILE, new Words.Text(Gallery.HOSTILE), DAY, DAY)),
            true,
            Problems.NONE));
  }

  private static void elsewhere(Map<String, Page> pages) {
    SocialButton provider = new SocialButton("hf", "Hugging Face", null, null);
    for (Linking doing : Linking.values()) {
      pages.put(
          "account-social-" + doing.word(),
          new AccountStep.Social(
              provider,
              "/account/social/hf",
              doing,
              doing == Linking.LINK ? null : MAIL,
              Problems.NONE));
    }
    for (AccountStep.Thing thing : AccountStep.Thing.values()) {
      pages.put(
          "account-remove-" + thing,
          new AccountStep.Removal(
              thing,
              new Words.Text(Gallery.HOSTILE),
              "/account/x/remove",
              "/account",
              Problems.NONE));
    }
    pages.put(
        "account-sessions",
        new AccountStep.Sessions(
            List.of(
                new Browser("one", new Words.Text("Firefox · Linux"), "192.0.2.7", DAY, true),
                new Browser("two", Words.phrase("account.sessions.unknown"), null, DAY, false)),
            new AccountStep.Devices(
                List.of(
                    new AccountStep.Device("four", new Words.Text("Firefox · Linux"), DAY, true)),
                true),
            List.of(new Granted("three", Gallery.HOSTILE, DAY)),
            true));
  }
}
