package io.gatehouse.oidc;

import io.gatehouse.application.Application;
import io.gatehouse.application.Applications;
import io.gatehouse.branding.page.Brand;
import io.gatehouse.branding.page.FormState;
import io.gatehouse.branding.page.PageContext;
import io.gatehouse.branding.page.SiteLinks;
import io.gatehouse.platform.http.RequestId;
import io.gatehouse.platform.i18n.LanguageWish;
import io.gatehouse.platform.i18n.Locales;
import io.gatehouse.tenant.Tenant;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Looks and language of the provider's own pages. */
@Singleton
class OidcPageContexts {
  private final Applications applications;
  private final Locales locales;
  private final InstantSource clock;

  OidcPageContexts(Applications applications, Locales locales, InstantSource clock) {
    this.applications = applications;
    this.locales = locales;
    this.clock = clock;
  }

  /** For a page outside an interaction. */
  PageContext outside(RoutingContext context, Tenant tenant, @Nullable String applicationId) {
    String name =
        applicationId == null
            ? null
            : applications.find(tenant.id(), applicationId).map(Application::name).orElse(null);
    LanguageWish wish =
        new LanguageWish(
            context.request().getParam("ui_locales"),
            null,
            context.request().getHeader("Accept-Language"),
            null);
    return new PageContext(
        locales.choose(wish),
        Brand.plain(name == null ? "Gatehouse" : name),
        SiteLinks.NONE,
        FormState.NONE,
        RequestId.of(context),
        clock.instant());
  }
}
