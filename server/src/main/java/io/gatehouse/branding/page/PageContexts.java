package io.gatehouse.branding.page;

import io.gatehouse.application.Application;
import io.gatehouse.branding.Looks;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.branding.phrase.CustomPhrases;
import io.gatehouse.platform.http.RequestId;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.i18n.LanguageWish;
import io.gatehouse.platform.i18n.Locales;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.TenantResolver;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what every page needs: the tenant's looks and links, the language of its reader. */
@Singleton
public class PageContexts {
  /** Holds the language that a person picked in the footer. */
  public static final String LANGUAGE_COOKIE = "_language";

  private static final String PRODUCT = "Gatehouse";

  private final SignInExperiences experiences;
  private final CustomPhrases customPhrases;
  private final TenantResolver tenants;
  private final InstantSource clock;

  PageContexts(
      SignInExperiences experiences,
      CustomPhrases customPhrases,
      TenantResolver tenants,
      InstantSource clock) {
    this.experiences = experiences;
    this.customPhrases = customPhrases;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * Who a page is for.
   *
   * @param application whose sign-in it is part of
   * @param uiLocales what the authorization request asked for
   */
  public record Reader(
      Tenant tenant, @Nullable Application application, @Nullable String uiLocales) {}

  public PageContext of(RoutingContext context, Reader reader, FormState form) {
    SignInExperience experience = experiences.of(reader.tenant().id());
    Application application = reader.application();
    TenantId tenant = reader.tenant().id();
    Locales locales = customPhrases.languages(tenant);
    Language language = locales.choose(wish(context.request(), reader, experience));
    return of(
        context,
        experience,
        new Wording(language, customPhrases.in(tenant, language), locales.supported()),
        application == null ? PRODUCT : application.name(),
        form);
  }

  /** The same for settings and words that need not be the tenant's, as in a preview. */
  public PageContext of(
      RoutingContext context,
      SignInExperience experience,
      Wording wording,
      String application,
      FormState form) {
    return new PageContext(
        wording,
        brand(experience, application),
        new SiteLinks(
            experience.termsOfUseUrl(),
            experience.privacyPolicyUrl(),
            experience.supportWebsiteUrl(),
            experience.supportEmail(),
            List.of(tenants.admin().endpoint().toString())),
        form,
        RequestId.of(context),
        clock.instant());
  }

  /** The language that pages speak to this reader. */
  public Language language(RoutingContext context, Reader reader) {
    TenantId tenant = reader.tenant().id();
    return customPhrases
        .languages(tenant)
        .choose(wish(context.request(), reader, experiences.of(tenant)));
  }

  private static LanguageWish wish(
      HttpServerRequest request, Reader reader, SignInExperience experience) {
    Cookie chosen = request.getCookie(reader.tenant().cookie(LANGUAGE_COOKIE));
    Looks.LanguageInfo info = experience.languageInfo();
    return new LanguageWish(
        reader.uiLocales(),
        chosen == null ? null : chosen.getValue(),
        info.autoDetect() ? request.getHeader("Accept-Language") : null,
        info.fallbackLanguage());
  }

  private static Brand brand(SignInExperience experience, String name) {
    Looks.Branding branding = experience.branding();
    Looks.Color color = experience.color();
    return new Brand(
        name,
        new Pictures(branding.logoUrl(), branding.darkLogoUrl()),
        new Pictures(branding.favicon(), branding.darkFavicon()),
        new Brand.Colors(
            color.primaryColor(), color.isDarkModeEnabled() ? color.darkPrimaryColor() : null),
        experience.customCss());
  }
}
