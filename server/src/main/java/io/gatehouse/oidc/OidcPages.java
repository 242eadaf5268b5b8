package io.gatehouse.oidc;

import io.gatehouse.application.Application;
import io.gatehouse.application.Applications;
import io.gatehouse.branding.page.FormPost;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Pages;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.RenderedPage;
import io.gatehouse.branding.page.context.FormState;
import io.gatehouse.branding.page.context.PageContexts;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.http.Failures;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.tenant.Tenant;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages that the provider itself shows a person. */
@Singleton
public class OidcPages {
  private final Pages pages;
  private final PageContexts contexts;
  private final Applications applications;
  private final Failures failures;

  OidcPages(Pages pages, PageContexts contexts, Applications applications, Failures failures) {
    this.pages = pages;
    this.contexts = contexts;
    this.applications = applications;
    this.failures = failures;
  }

  /** Whether the caller is a person's browser rather than a program. */
  public static boolean wanted(RoutingContext context) {
    String accept = context.request().getHeader("Accept");
    if (accept == null) {
      return false;
    }
    int html = accept.indexOf("text/html");
    int json = accept.indexOf("application/json");
    return html >= 0 && (json < 0 || html < json);
  }

  /** An error, in the reader's language. */
  public Response failure(RoutingContext context, Tenant tenant, OAuthException error) {
    Problem problem = new Problem("oidc." + error.error().code(), Map.of());
    return show(
        context,
        tenant,
        null,
        error.status() == 401 ? 400 : error.status(),
        new Page.Failure(problem, null));
  }

  /** What ended a request: a page of the application for a person, for programs an answer. */
  public Response refusal(
      RoutingContext context, Tenant tenant, String applicationId, RequestException refusal) {
    return wanted(context)
        ? show(
            context,
            tenant,
            applicationId,
            refusal.status(),
            new Page.Failure(Problem.of(refusal), null))
        : failures.refused(refusal, context);
  }

  /** An application asked to return to an address that it did not register. */
  public Response refusedRedirect(
      RoutingContext context, Tenant tenant, String redirectUri, String clientId) {
    String name = applications.find(tenant.id(), clientId).map(Application::name).orElse(null);
    return show(
        context, tenant, clientId, 400, new Page.RefusedRedirect(redirectUri, name, clientId));
  }

  /** Hands the answer over by POST. [OAuth 2.0 Form Post Response Mode] */
  public Response formPost(
      RoutingContext context, Tenant tenant, String redirectUri, Map<String, String> fields) {
    return show(context, tenant, null, 200, FormPost.back(redirectUri, fields));
  }

  /** Any page of the provider. */
  public Response show(
      RoutingContext context,
      Tenant tenant,
      @Nullable String applicationId,
      int status,
      Page page) {
    Application application =
        applicationId == null ? null : applications.find(tenant.id(), applicationId).orElse(null);
    PageContexts.Reader reader =
        new PageContexts.Reader(
            tenant,
            application,
            context.request().getParam("organization_id"),
            context.request().getParam("ui_locales"));
    RenderedPage rendered = pages.render(page, contexts.of(context, reader, FormState.NONE));
    Response.ResponseBuilder answer = Response.status(status).entity(rendered.html());
    rendered.guards().forEach(answer::header);
    // As every answer of the provider; the page's language is in its markup.
    return answer.header("Cache-Control", "no-store").build();
  }
}
