package io.gatehouse.signin;

import io.gatehouse.application.Applications;
import io.gatehouse.application.protocol.ApplicationProtocols;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.branding.captcha.Captchas;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Pages;
import io.gatehouse.branding.page.RenderedPage;
import io.gatehouse.branding.page.context.FormState;
import io.gatehouse.branding.page.context.PageContexts;
import io.gatehouse.interaction.CurrentInteraction;
import io.gatehouse.interaction.Interactions;
import io.gatehouse.interaction.Visitors;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.tenant.TenantResolver;
import io.gatehouse.user.Users;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** What every visit needs: where interactions, settings and pages come from. */
@Singleton
class Reception {
  private final TenantResolver tenants;
  private final CurrentInteraction current;
  private final Interactions interactions;
  private final SignInExperiences experiences;
  private final Library library;

  Reception(
      TenantResolver tenants,
      CurrentInteraction current,
      Interactions interactions,
      SignInExperiences experiences,
      Library library) {
    this.tenants = tenants;
    this.current = current;
    this.interactions = interactions;
    this.experiences = experiences;
    this.library = library;
  }

  /** Applications, people and whoever comes, and the pages that are shown for them. */
  @Singleton
  static class Library {
    private final Applications applications;
    private final ApplicationProtocols protocols;
    private final Users users;
    private final Visitors visitors;
    private final Pages pages;
    private final PageContexts contexts;
    private final Captchas captchas;

    Library(
        Applications applications,
        ApplicationProtocols protocols,
        Users users,
        Visitors visitors,
        Pages pages,
        PageContexts contexts,
        Captchas captchas) {
      this.applications = applications;
      this.protocols = protocols;
      this.users = users;
      this.visitors = visitors;
      this.pages = pages;
      this.contexts = contexts;
      this.captchas = captchas;
    }
  }

  TenantResolver tenants() {
    return tenants;
  }

  CurrentInteraction current() {
    return current;
  }

  Interactions interactions() {
    return interactions;
  }

  SignInExperiences experiences() {
    return experiences;
  }

  Applications applications() {
    return library.applications;
  }

  ApplicationProtocols protocols() {
    return library.protocols;
  }

  Users users() {
    return library.users;
  }

  Captchas captchas() {
    return library.captchas;
  }

  Visitors visitors() {
    return library.visitors;
  }

  Language language(RoutingContext context, PageContexts.Reader reader) {
    return library.contexts.language(context, reader);
  }

  Response render(RoutingContext context, PageContexts.Reader reader, FormState form, Page page) {
    RenderedPage rendered = library.pages.render(page, library.contexts.of(context, reader, form));
    Response.ResponseBuilder answer = Response.ok(rendered.html());
    rendered.headers().forEach(answer::header);
    return answer.build();
  }
}
