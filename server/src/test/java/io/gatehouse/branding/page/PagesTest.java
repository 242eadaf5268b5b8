package io.gatehouse.branding.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.branding.page.asset.PageAssets;
import io.gatehouse.branding.page.context.Brand;
import io.gatehouse.branding.page.context.FormState;
import io.gatehouse.branding.page.context.PageContext;
import io.gatehouse.branding.page.context.Pictures;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.i18n.Locales;
import io.gatehouse.platform.i18n.Phrases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Pattern PHRASE_KEY = Pattern.compile(">\\s*[a-z_]+(\\.[a-z_]+)+\\s*<");
  private static final Pattern REFERENCE =
      Pattern.compile(" (?:for=|aria-describedby=|href=\"#)\"?([^\"]+)\"");

  private static final Locales locales = new Locales();
  private static final PageAssets assets = new PageAssets();
  private static final Pages pages = new Pages(TemplateFiles.engine(), new Phrases(), assets);

  /** The files are there to be looked at, and for the accessibility check of the journeys. */
  @Test
  void everyPageRendersInEveryLanguageWithoutLeftOvers() throws IOException {
    for (Language language : locales.supported()) {
      Path folder = Files.createDirectories(Path.of("target/pages", language.tag()));
      for (Map.Entry<String, Page> page : Gallery.pages().entrySet()) {
        String html = html(page.getValue(), Gallery.context(language.tag()));
        Files.writeString(folder.resolve(page.getKey() + ".html"), html);
        assertTrue(html.startsWith("<!doctype html>"), page.getKey());
        assertTrue(
            html.contains(
                "<html lang=\"%s\" dir=\"%s\"".formatted(language.tag(), language.direction())),
            page.getKey());
        assertFalse(PHRASE_KEY.matcher(html).find(), () -> page.getKey() + ": " + html);
        assertFalse(html.contains("NOT_FOUND"), page.getKey());
        assertEquals(1, html.split("<h1").length - 1, page.getKey());
      }
    }
    Files.writeString(Path.of("target/pages/hosted.css"), assets.stylesheetText());
  }

  @Test
  void tenantsLooksAreApplied() throws IOException {
    Map<String, PageContext> looks =
        Map.of(
            "yellow",
            Gallery.context(
                Language.ENGLISH, Gallery.brand(new Brand.Colors("#FFD400", "#FFD400"), null)),
            "purple-light-only",
            Gallery.context(
                Language.ENGLISH, Gallery.brand(new Brand.Colors("#6139F6", null), null)),
            "custom-css",
            Gallery.context(
                Language.ENGLISH,
                Gallery.brand(Brand.Colors.GATEHOUSE, ".gh-button { border-radius: 99px; }")),
            "right-to-left",
            Gallery.context(new Language("ar", "العربية"), Brand.plain("دفتر المدّ")));
    Path folder = Files.createDirectories(Path.of("target/pages/looks"));
    for (Map.Entry<String, PageContext> look : looks.entrySet()) {
      for (String name : List.of("sign-in-error", "register-errors", "consent")) {
        String html = html(Gallery.page(name), look.getValue());
        Files.writeString(folder.resolve(look.getKey() + "-" + name + ".html"), html);
      }
    }
    String yellow = Files.readString(folder.resolve("yellow-consent.html"));
    assertTrue(yellow.contains("--gh-brand:#FFD400;--gh-on-brand:#0E1F19;--gh-link:"), yellow);
    String purple = Files.readString(folder.resolve("purple-light-only-consent.html"));
    assertTrue(
        purple.contains("data-theme=\"light\"")
            && !purple.contains("prefers-color-scheme:dark){:root"),
        purple);
  }

  /** An empty sign-in page is drawn once; the second is as if it had been drawn anew. */
  @Test
  void aPageThatIsKeptHasTheSecretsOfEachReaderAndNoOthers() {
    Page page = Gallery.page("sign-in");
    assertTrue(page.alike() && !Gallery.page("sign-in-error").alike());
    PageContext first = reader("token-of-the-first");
    PageContext second = reader("token-of-the-second");
    RenderedPage one = pages.render(page, first);
    RenderedPage two = pages.render(page, second);
    String fresh =
        new String(
            new Pages(TemplateFiles.engine(), new Phrases(), assets).render(page, second).html(),
            StandardCharsets.UTF_8);
    assertEquals(without(fresh), without(new String(two.html(), StandardCharsets.UTF_8)));
    assertFalse(new String(two.html(), StandardCharsets.UTF_8).contains("token-of-the-first"));
    for (RenderedPage each : List.of(one, two)) {
      String html = new String(each.html(), StandardCharsets.UTF_8);
      String nonce = nonce(html);
      assertTrue(
          String.valueOf(each.guards().get("Content-Security-Policy"))
              .contains("'nonce-" + nonce + "'"));
      assertEquals(
          1, NONCE.matcher(html).results().map(found -> found.group(1)).distinct().count());
    }
    assertTrue(fresh.contains("token-of-the-second"));
  }

  private static final Pattern NONCE = Pattern.compile(" nonce=\"([^\"]+)\"");

  private static String nonce(String html) {
    return NONCE.matcher(html).results().findFirst().orElseThrow().group(1);
  }

  private static String without(String html) {
    return html.replace(nonce(html), "");
  }

  private static PageContext reader(String token) {
    PageContext context = Gallery.context("en");
    return new PageContext(
        context.wording(),
        context.brand(),
        context.guest(),
        context.site(),
        new FormState(token, "?app_id=one", "/sign-in?app_id=one"),
        context.requestId(),
        context.at());
  }

  @Test
  void labelsAndDescriptionsPointAtSomething() {
    Gallery.pages()
        .forEach((name, page) -> {
          String html = html(page, Gallery.context("en"));
          REFERENCE
              .matcher(html.substring(html.indexOf("<main"), html.indexOf("<script")))
              .results()
              .flatMap(found -> Pattern.compile(" ").splitAsStream(found.group(1)))
              .forEach(id -> assertTrue(html.contains("id=\"" + id + "\""), name + ": " + id));
        });
  }

  @Test
  void nothingTypedIsLostButPasswords() {
    String html = html(Gallery.page("register-errors"), Gallery.context("en"));
    assertTrue(html.contains("value=\"mira\""));
    assertTrue(html.contains("aria-invalid=\"true\" aria-describedby=\"identifier-error\""));
    assertFalse(html.matches("(?s).*type=\"password\"[^>]* value=.*"));
  }

  @Test
  void namesAndAutocompleteAreTheStandardOnes() {
    String signIn = html(Gallery.page("sign-in"), Gallery.context("en"));
    assertTrue(
        signIn.contains(
            "name=\"identifier\" type=\"text\" inputmode=\"email\" autocomplete=\"username\""));
    assertTrue(
        signIn.contains("name=\"password\" type=\"password\" autocomplete=\"current-password\""));
    String register = html(Gallery.page("register"), Gallery.context("en"));
    assertTrue(
        register.contains("name=\"password\" type=\"password\" autocomplete=\"new-password\""));
    String code = html(Gallery.page("code"), Gallery.context("en"));
    assertTrue(code.contains("autocomplete=\"one-time-code\" pattern=\"\\s*([0-9][\\s\\-]*){6}\""));
  }

  @Test
  void aCodeThatHasJustLeftTellsWhenAnotherMay() {
    String soon = html(Gallery.page("code-error"), Gallery.context("fr"));
    assertTrue(soon.contains("dans <time datetime=\"PT42S\">0:42</time>."), soon);
    assertFalse(html(Gallery.page("code"), Gallery.context("fr")).contains("<time"));
  }

  @Test
  void whatStrangersWroteStaysText() {
    String evil = Gallery.HOSTILE;
    Brand brand =
        new Brand(
            evil,
            new Pictures("javascript:alert(1)", null),
            new Pictures("https://a.example/\" onload=\"x", null),
            new Brand.Colors("red;}</style>", evil),
            "a{b:c}</style><script>alert(1)</script>");
    PageContext context = Gallery.context(Language.ENGLISH, brand);
    List<Page> written =
        List.of(
            new Page.SignIn(
                Set.of(IdentifierKind.EMAIL),
                true,
                evil,
                Page.Terms.CHECKBOX,
                Gallery.ways(evil),
                Problems.general(Problem.of(evil))),
            new Page.RefusedRedirect(evil, evil, evil),
            new Page.Failure(Problem.of(evil), "javascript:alert(1)"),
            new SignOutStep.Confirm(evil, evil),
            new Page.Onward(evil, Map.of(evil, evil)),
            FormPost.back(evil, Map.of(evil, evil)),
            new FormPost("https://idp.example/sso", Map.of(evil, evil), evil));
    for (Page page : written) {
      String html = html(page, context);
      assertFalse(html.replaceAll("(?s)<style.*?</style>", "").contains("<script>alert"), html);
      assertFalse(html.contains("javascript:"), html);
      assertFalse(html.contains("\" onload"), html);
      assertEquals(2, html.split("</style>", -1).length, html);
    }
  }

  @Test
  void thePolicyNamesItsNonceAndNoFormAction() {
    RenderedPage page = pages.render(Gallery.page("sign-in"), Gallery.context("en"));
    String policy = page.headers().getOrDefault("Content-Security-Policy", "");
    String nonce = policy.replaceAll(".*'nonce-([^']+)'.*", "$1");
    assertTrue(
        new String(page.html(), StandardCharsets.UTF_8)
            .contains("<script nonce=\"" + nonce + "\">"));
    assertTrue(policy.endsWith("frame-ancestors 'self' http://localhost:3002"));
    assertFalse(policy.contains("form-action"));
  }

  @Test
  void hiddenInputsComeLastAndDenyComesFirst() {
    Gallery.pages()
        .forEach((name, page) -> {
          String html = html(page, Gallery.context("en"));
          assertFalse(
              html.matches(
                  "(?s).*type=\"hidden\"[^>]*>\\s*<(input(?! type=\"hidden\")|button|label).*"),
              name);
        });
    String consent = html(Gallery.page("consent"), Gallery.context("en"));
    assertTrue(consent.indexOf("value=\"deny\"") < consent.indexOf("value=\"allow\""));
  }

  @Test
  void aNewVisitorLoadsLittle() {
    byte[] page =
        PageAssets.gzip(pages.render(Gallery.page("sign-in"), Gallery.context("fr")).html());
    int wire = page.length + assets.zippedStylesheet().length;
    System.out.printf(
        "sign-in page %d, stylesheet %d bytes%n", page.length, assets.zippedStylesheet().length);
    assertTrue(wire <= 12_000, () -> wire + " bytes");
    assertTrue(assets.script().length() <= 4_000);
  }

  @Test
  void headingsThatOtherProgramsKnowStay() {
    Map<String, String> headings =
        Map.of(
            "sign-in", "Sign in",
            "refused-redirect", "Something went wrong",
            "sign-out-confirm", "Sign out",
            "signed-out", "You are signed out");
    headings.forEach((name, heading) ->
        assertTrue(
            html(Gallery.page(name), Gallery.context("en"))
                .contains("<h1 class=\"gh-title\">" + heading + "</h1>"),
            name));
  }

  @Test
  void aPageCanReadFromTheRight() {
    String html =
        html(
            Gallery.page("sign-in"),
            Gallery.context(new Language("ar", "العربية"), Brand.plain("دفتر المدّ")));
    assertTrue(html.contains("dir=\"rtl\""));
  }

  private String html(Page page, PageContext context) {
    return new String(pages.render(page, context).html(), StandardCharsets.UTF_8);
  }
}
