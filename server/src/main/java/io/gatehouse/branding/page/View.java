package io.gatehouse.branding.page;

import io.gatehouse.branding.captcha.CaptchaWidget;
import io.gatehouse.branding.page.asset.PageAssets;
import io.gatehouse.branding.page.context.Markup;
import io.gatehouse.branding.page.context.PageContext;
import io.gatehouse.branding.page.context.Palette;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.i18n.PhraseGroup;
import io.gatehouse.platform.i18n.Phrases;
import io.quarkus.qute.RawString;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the templates ask for besides their page: words, addresses, remarks about fields, looks. */
public final class View {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

  private final PageContext context;
  private final Phrases phrases;
  private final List<Language> languages;
  private final PageAssets assets;
  private final Page page;
  private final String nonce;

  View(Rendering rendering, Page page, PageContext context) {
    this.context = context;
    this.phrases = rendering.phrases();
    this.languages = rendering.languages();
    this.assets = rendering.assets();
    this.nonce = rendering.nonce();
    this.page = page;
  }

  /** What the renderer brings to a view. */
  record Rendering(Phrases phrases, List<Language> languages, PageAssets assets, String nonce) {}

  public Language language() {
    return context.language();
  }

  public List<Language> languages() {
    return languages;
  }

  public String nonce() {
    return nonce;
  }

  /** The application's name, as the page's owner. */
  public String app() {
    String name = context.brand().name();
    return name == null ? t("account.brand") : name;
  }

  public boolean dark() {
    return context.brand().colors().dark() != null;
  }

  public String logo() {
    return picture(context.brand().logo().light(), assets.mark());
  }

  /** Empty where one logo serves both. */
  public String darkLogo() {
    return dark() ? picture(context.brand().logo().dark(), "") : "";
  }

  /** The logo of somebody else's application where people begin to sign in to it, or nothing. */
  public String guestLogo() {
    PageContext.Guest guest = guest();
    return guest == null ? "" : picture(guest.logo().light(), "");
  }

  /** Empty where one logo serves both. */
  public String darkGuestLogo() {
    PageContext.Guest guest = guest();
    return guest == null || !dark() ? "" : picture(guest.logo().dark(), "");
  }

  /** That application's own terms and privacy policy. */
  public List<FooterLink> guestLinks() {
    PageContext.Guest guest = guest();
    return guest == null
        ? List.of()
        : Stream.of(
                new FooterLink(t("footer.terms"), href(guest.terms())),
                new FooterLink(t("footer.privacy"), href(guest.privacy())))
            .filter(link -> !link.href().isEmpty())
            .toList();
  }

  private PageContext.@Nullable Guest guest() {
    return page instanceof Page.SignIn || page instanceof Page.Register ? context.guest() : null;
  }

  public String favicon() {
    return picture(context.brand().favicon().light(), assets.mark());
  }

  public String darkFavicon() {
    return dark() ? picture(context.brand().favicon().dark(), "") : "";
  }

  public String stylesheet() {
    return assets.stylesheetPath();
  }

  /** The script of the demo application. */
  public RawString demo() {
    return new RawString(assets.demo());
  }

  public RawString script() {
    return new RawString(assets.script());
  }

  /** What plays a device. */
  public RawString deviceScript() {
    return new RawString(assets.deviceScript());
  }

  /** What asks the browser for a passkey. */
  public RawString passkeyScript() {
    return new RawString(assets.passkeyScript());
  }

  /** What shows Google's prompt. */
  public RawString promptScript() {
    return new RawString(assets.promptScript());
  }

  /** What asks the captcha's provider, before a form is sent. */
  public RawString captchaScript() {
    return new RawString(assets.captchaScript());
  }

  /** The captcha of the page's forms; null where none is asked for. */
  public @Nullable CaptchaWidget captcha() {
    return context.form().captcha();
  }

  /** The tenant's colours and own rules, safe inside a style element. */
  public RawString style() {
    String rules = Palette.rules(context.brand().colors());
    String own = context.brand().customCss();
    return new RawString(own == null ? rules : rules + "\n" + contained(own));
  }

  public boolean styled() {
    return !style().getValue().isBlank();
  }

  /** A phrase of the hosted pages. */
  public String t(String key) {
    return phrases.text(PhraseGroup.SIGNIN, language(), key);
  }

  /** A phrase with one value. */
  public String t(String key, String name, Object value) {
    return phrases.text(PhraseGroup.SIGNIN, language(), key, Map.of(name, value));
  }

  /** What a page says of an account. */
  public String say(AccountStep.Words words) {
    return switch (words) {
      case AccountStep.Words.Phrase(String key, Map<String, ?> values) ->
          phrases.text(PhraseGroup.SIGNIN, language(), key, values);
      case AccountStep.Words.Text(String text) -> text;
    };
  }

  /** A phrase that tells the day of something, as the language writes it. */
  public String on(String key, Instant day) {
    return t(key, "date", days().format(day));
  }

  private DateTimeFormatter days() {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Locale.forLanguageTag(language().tag()))
        .withZone(ZoneOffset.UTC);
  }

  /** A phrase in which one value stands out. */
  public RawString strong(String key, String name, String value) {
    return Markup.fill(t(key), Map.of(name, "<strong>" + Markup.apart(value) + "</strong>"));
  }

  /** A phrase in which one value reads in a direction of its own. */
  public RawString apart(String key, String name, String value) {
    return Markup.fill(t(key), Map.of(name, Markup.apart(value)));
  }

  /** The sentence about a code that was sent, and how long it works. */
  public RawString codeSent(String key, String recipient, Duration validFor) {
    String span = Markup.escaped(phrases.minutes(language(), validFor));
    String to = "<strong>" + Markup.apart(recipient) + "</strong>";
    return Markup.fill(t(key), Map.of("recipient", to, "duration", span));
  }

  /** The sentence that tells when another code can be sent; a script lets its time run. */
  public RawString nextCode(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    String time = seconds / 60 + (seconds % 60 < 10 ? ":0" : ":") + seconds % 60;
    return Markup.fill(
        t("code.resend_wait"),
        Map.of("time", "<time datetime=\"PT" + seconds + "S\">" + time + "</time>"));
  }

  /** The sentence about the tenant's terms, with its links; `kind` is `notice` or `accept`. */
  public RawString terms(String kind) {
    String terms = href(context.site().terms());
    String privacy = href(context.site().privacy());
    String which = privacy.isEmpty() ? "terms" : terms.isEmpty() ? "privacy" : "both";
    return Markup.fill(
        t("terms." + kind + "." + which),
        Map.of("terms", link(terms, "terms.terms"), "privacy", link(privacy, "terms.privacy")));
  }

  /** Whether there is anything to consent to. */
  public boolean hasTerms() {
    return !href(context.site().terms()).isEmpty() || !href(context.site().privacy()).isEmpty();
  }

  /** The label for a field that takes these kinds of identifier. */
  public String identifierLabel(Set<IdentifierKind> kinds) {
    return t(IdentifierKind.phrase(kinds));
  }

  /** The keyboard a phone shows for these kinds. */
  public String inputMode(Set<IdentifierKind> kinds) {
    return IdentifierKind.inputMode(kinds);
  }

  /** Whether one of the kinds is a number, which is written with its country's code. */
  public boolean asksPhone(Set<IdentifierKind> kinds) {
    return kinds.contains(IdentifierKind.PHONE);
  }

  /** Whether a sign-in is under way, to whose beginning one can go back. */
  public boolean underWay() {
    return !formToken().isEmpty();
  }

  /** A path of ours with what must follow it. */
  public String path(String path) {
    return path + context.form().query();
  }

  public String formToken() {
    return context.form().token();
  }

  /** Where to come back to after a choice of language; empty where none is offered. */
  public String returnTo() {
    String path = context.form().returnTo();
    return path != null && path.startsWith("/") && !path.startsWith("//") ? path : "";
  }

  /** An address somebody else chose, or nothing when a browser should not go there. */
  public String href(@Nullable String address) {
    return address != null && (address.startsWith("https://") || address.startsWith("http://"))
        ? address
        : "";
  }

  /** The tenant's links: phrase key and address, in the footer's order. */
  public List<FooterLink> footer() {
    return Stream.of(
            new FooterLink(t("footer.help"), support()),
            new FooterLink(t("footer.privacy"), href(context.site().privacy())),
            new FooterLink(t("footer.terms"), href(context.site().terms())))
        .filter(link -> !link.href().isEmpty())
        .toList();
  }

  /** One link of the footer. */
  public record FooterLink(String text, String href) {}

  /** Where to ask for help: the website, else the mailbox, else nothing. */
  public String support() {
    String website = href(context.site().supportWebsite());
    String mailbox = context.site().supportEmail();
    if (!website.isEmpty() || mailbox == null) {
      return website;
    }
    return "mailto:" + mailbox.replaceAll("[?&\\s]", "");
  }

  public String requestId() {
    return context.requestId();
  }

  public String clock() {
    return CLOCK.format(context.at()) + " UTC";
  }

  public boolean problematic() {
    return !page.problems().isEmpty();
  }

  /** The remark at the top of the page. */
  public String notice() {
    Problem general = page.problems().general();
    if (general != null) {
      return text(general);
    }
    return t(page.problems().fieldNames().size() == 1 ? "problem.one" : "problem.several");
  }

  /** The fields to mend, when there are several. */
  public List<String> wrongFields() {
    return page.problems().fieldNames().size() > 1
        ? List.copyOf(page.problems().fieldNames())
        : List.of();
  }

  /** What the summary calls a field. */
  public String fieldName(String field) {
    if (field.equals("identifier")) {
      return identifierLabel(page.identifiers());
    }
    return page.ownFields().stream()
        .filter(each -> each.name().equals(field))
        .findFirst()
        .map(this::label)
        .orElseGet(() -> t("field." + field));
  }

  /** What a field is called: as the tenant says, as everybody says, else by its name. */
  public String label(Field field) {
    if (!field.label().isEmpty()) {
      return field.label();
    }
    String key = "profile.field." + field.member();
    return phrases.has(PhraseGroup.SIGNIN, key) ? t(key) : field.name();
  }

  public boolean wrong(String field) {
    return !page.problems().of(field).isEmpty();
  }

  /** What is wrong with a field, for its reader. */
  public List<String> errors(String field) {
    return page.problems().of(field).stream().map(this::text).toList();
  }

  /** Whether the cursor should start here. */
  public boolean focus(String field) {
    return page.problems().fieldNames().stream()
        .findFirst()
        .orElse(page.firstField())
        .equals(field);
  }

  /** The text of a problem. */
  public String text(Problem problem) {
    return phrases.text(PhraseGroup.ERROR, language(), problem.code(), problem.values());
  }

  private String link(String href, String key) {
    return "<a href=\"" + Markup.escaped(href) + "\">" + Markup.escaped(t(key)) + "</a>";
  }

  private String picture(@Nullable String address, String otherwise) {
    boolean known =
        address != null
            && (address.startsWith("data:image/")
                || address.startsWith("/") && !address.startsWith("//")
                || !href(address).isEmpty());
    return known && address != null ? address : otherwise;
  }

  /** In CSS `<\/` means `</`, and in HTML it ends nothing. */
  static String contained(String css) {
    return css.replace("\0", "").replace("</", "<\\/");
  }
}
