package io.gatehouse.branding.page.context;

import io.gatehouse.application.Application;
import io.gatehouse.branding.Looks;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.branding.application.ApplicationExperience;
import io.gatehouse.branding.application.ApplicationExperiences;
import io.gatehouse.branding.logo.ApplicationLogos;
import io.gatehouse.branding.organization.OrganizationLooks;
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
  private final ApplicationExperiences ofApplications;
  private final ApplicationLogos logos;
  private final OrganizationLooks ofOrganizations;
  private final CustomPhrases customPhrases;
  private final TenantResolver tenants;
  private final InstantSource clock;

  PageContexts(
      SignInExperiences experiences,
      ApplicationExperiences ofApplications,
      ApplicationLogos logos,
      OrganizationLooks ofOrganizations,
      CustomPhrases customPhrases,
      TenantResolver tenants,
      InstantSource clock) {
    this.experiences = experiences;
    this.ofApplications = ofApplications;
    this.logos = logos;
    this.ofOrganizations = ofOrganizations;
    this.customPhrases = customPhrases;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * Who a page is for.
   *
   * @param application whose sign-in it is part of
   * @param organization whose looks the sign-in wears, by id
   * @param uiLocales what the authorization request asked for
   */
  public record Reader(
      Tenant tenant,
      @Nullable Application application,
      @Nullable String organization,
      @Nullable String uiLocales) {}

  public PageContext of(RoutingContext context, Reader reader, FormState form) {
    SignInExperience experience = experiences.of(reader.tenant().id());
    TenantId tenant = reader.tenant().id();
    Locales locales = customPhrases.languages(tenant);
    Language language = locales.choose(wish(context.request(), reader, experience));
    Wording wording =
        new Wording(language, customPhrases.in(tenant, language), locales.supported());
    return new PageContext(
        wording,
        brand(reader, experience, language),
        guest(reader, language),
        links(reader, experience),
        form,
        RequestId.of(context),
        clock.instant());
  }

  /** The same for settings and words that need not be the tenant's, as in a preview. */
  public PageContext of(
      RoutingContext context,
      SignInExperience experience,
      Wording wording,
      String application,
      FormState form) {
    Brand brand =
        brand(experience.branding(), experience.color(), application, experience.customCss());
    return new PageContext(
        wording, brand, null, links(experience), form, RequestId.of(context), clock.instant());
  }

  /** Somebody else's application is introduced beside the tenant, whose page it stays. */
  private PageContext.@Nullable Guest guest(Reader reader, Language language) {
    Application application = reader.application();
    if (application == null || !application.thirdParty()) {
      return null;
    }
    ApplicationExperience own =
        ofApplications.introducing(reader.tenant().id(), application, language);
    return new PageContext.Guest(
        new Pictures(
            logos.shown(reader.tenant(), application.id(), own.branding().logoUrl()),
            logos.shown(reader.tenant(), application.id(), own.branding().darkLogoUrl())),
        own.termsOfUseUrl(),
        own.privacyPolicyUrl());
  }

  private SiteLinks links(SignInExperience experience) {
    return links(experience, experience.termsOfUseUrl(), experience.privacyPolicyUrl());
  }

  /** An application of the house may have terms of its own. */
  private SiteLinks links(Reader reader, SignInExperience experience) {
    Application application = reader.application();
    if (application == null || application.thirdParty()) {
      return links(experience);
    }
    ApplicationExperience own = ofApplications.of(reader.tenant().id(), application);
    return links(
        experience,
        own.termsOfUseUrl() == null ? experience.termsOfUseUrl() : own.termsOfUseUrl(),
        own.privacyPolicyUrl() == null ? experience.privacyPolicyUrl() : own.privacyPolicyUrl());
  }

  private SiteLinks links(
      SignInExperience experience, @Nullable String terms, @Nullable String privacy) {
    return new SiteLinks(
        terms,
        privacy,
        experience.supportWebsiteUrl(),
        experience.supportEmail(),
        List.of(tenants.admin().endpoint().toString()));
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

  private Brand brand(Reader reader, SignInExperience experience, Language language) {
    Worn worn = worn(reader, experience, language);
    return ofOrganizations
        .find(reader.tenant().id(), reader.organization())
        .map(look ->
            brand(
                look.branding().over(worn.branding()),
                look.color().over(worn.color()),
                worn.name(),
                look.customCss() == null ? worn.customCss() : look.customCss()))
        .orElseGet(() -> brand(worn.branding(), worn.color(), worn.name(), worn.customCss()));
  }

  /** The looks before an organization's go over them. */
  private record Worn(
      Looks.Branding branding,
      Looks.Color color,
      @Nullable String name,
      @Nullable String customCss) {}

  private Worn worn(Reader reader, SignInExperience experience, Language language) {
    Application application = reader.application();
    if (application == null) {
      return new Worn(experience.branding(), experience.color(), PRODUCT, experience.customCss());
    }
    ApplicationExperience own =
        ofApplications.introducing(reader.tenant().id(), application, language);
    String said = own.displayName();
    String name = said != null ? said : application.isNamedAsSeeded() ? null : application.name();
    if (application.thirdParty()) {
      return new Worn(experience.branding(), experience.color(), name, experience.customCss());
    }
    return new Worn(
        own.branding().over(experience.branding()),
        own.color().over(experience.color()),
        name,
        own.customCss() == null ? experience.customCss() : own.customCss());
  }

  private static Brand brand(
      Looks.Branding branding,
      Looks.Color color,
      @Nullable String name,
      @Nullable String customCss) {
    return new Brand(
        name,
        new Pictures(branding.logoUrl(), branding.darkLogoUrl()),
        new Pictures(branding.favicon(), branding.darkFavicon()),
        new Brand.Colors(
            color.primaryColor(), color.isDarkModeEnabled() ? color.darkPrimaryColor() : null),
        customCss);
  }
}
