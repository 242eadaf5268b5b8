package io.gatehouse.account.page;

import io.gatehouse.application.Application;
import io.gatehouse.application.Applications;
import io.gatehouse.branding.accountcenter.AccountCenters;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Pages;
import io.gatehouse.branding.page.RenderedPage;
import io.gatehouse.branding.page.context.FormState;
import io.gatehouse.branding.page.context.PageContext;
import io.gatehouse.branding.page.context.PageContexts;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.session.Session;
import io.gatehouse.session.Sessions;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.Users;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every visit of the account centre needs: who is signed in, and how its pages look. */
@Singleton
class AccountDoor {
  /** The application that the pages are, as tenants may name and dress it. */
  static final String APPLICATION = "account-center";

  private final Sessions sessions;
  private final Users users;
  private final AccountCenters centers;
  private final Applications applications;
  private final Drawing drawing;

  AccountDoor(
      Sessions sessions,
      Users users,
      AccountCenters centers,
      Applications applications,
      Drawing drawing) {
    this.sessions = sessions;
    this.users = users;
    this.centers = centers;
    this.applications = applications;
    this.drawing = drawing;
  }

  /** How pages come about. */
  @Singleton
  record Drawing(Pages pages, PageContexts contexts) {}

  /** Somebody who is signed in with a browser. */
  record SignedIn(Session session, SignInUser person) {}

  /** Whose browser it is that holds the secret. */
  Optional<SignedIn> find(Tenant tenant, @Nullable String secret) {
    return sessions
        .find(tenant.id(), secret)
        .flatMap(session ->
            users
                .forSignIn(tenant.id(), session.userId())
                .map(person -> new SignedIn(session, person)));
  }

  Language language(RoutingContext context, Tenant tenant) {
    return drawing.contexts().language(context, reader(context, tenant));
  }

  /** A page in the looks of the account centre. */
  Response render(RoutingContext context, Tenant tenant, FormState form, int status, Page page) {
    PageContext drawn =
        drawing
            .contexts()
            .of(context, reader(context, tenant), form)
            .styled(centers.of(tenant.id()).customCss());
    RenderedPage rendered = drawing.pages().render(page, drawn);
    Response.ResponseBuilder answer = Response.status(status).entity(rendered.html());
    rendered.headers().forEach(answer::header);
    return answer.build();
  }

  private PageContexts.Reader reader(RoutingContext context, Tenant tenant) {
    Application application = applications.find(tenant.id(), APPLICATION).orElse(null);
    return new PageContexts.Reader(
        tenant, application, null, context.request().getParam("ui_locales"));
  }
}
