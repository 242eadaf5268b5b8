package io.gatehouse.signin.preview;

import io.gatehouse.branding.page.Pages;
import io.gatehouse.branding.page.RenderedPage;
import io.gatehouse.branding.page.asset.PictureScheme;
import io.gatehouse.branding.page.context.FormState;
import io.gatehouse.branding.page.context.PageContexts;
import io.gatehouse.branding.page.context.Wording;
import io.gatehouse.branding.phrase.CustomPhrases;
import io.gatehouse.branding.preview.PreviewDraft;
import io.gatehouse.branding.preview.SignInPreviews;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.i18n.LanguageWish;
import io.gatehouse.platform.i18n.Locales;
import io.gatehouse.signin.Scene;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** A hosted page as it would look by a draft of the settings. */
@Path("/preview/{token}")
@RunOnVirtualThread
public class PreviewPage {
  private static final String PRODUCT = "Example";

  private final SignInPreviews previews;
  private final TenantResolver tenants;
  private final Drawing drawing;

  PreviewPage(SignInPreviews previews, TenantResolver tenants, Drawing drawing) {
    this.previews = previews;
    this.tenants = tenants;
    this.drawing = drawing;
  }

  @GET
  public Response show(@PathParam("token") String token, @Context RoutingContext context) {
    TenantId tenant = tenants.resolve(context.request()).id();
    return previews
        .find(tenant, token)
        .map(draft -> answer(drawing.of(context, tenant, draft)))
        .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
  }

  private static Response answer(RenderedPage picture) {
    Response.ResponseBuilder answer = Response.ok(picture.html());
    picture.headers().forEach(answer::header);
    return answer.build();
  }

  /** Draws what a draft and the query ask for. */
  @Singleton
  static class Drawing {
    private final PreviewView view;
    private final Pages pages;
    private final PageContexts contexts;
    private final CustomPhrases customPhrases;

    Drawing(PreviewView view, Pages pages, PageContexts contexts, CustomPhrases customPhrases) {
      this.view = view;
      this.pages = pages;
      this.contexts = contexts;
      this.customPhrases = customPhrases;
    }

    RenderedPage of(RoutingContext context, TenantId tenant, PreviewDraft draft) {
      Query query = Query.of(context.request());
      Locales locales = customPhrases.languages(tenant).with(draft.languages());
      Language language =
          locales.choose(
              new LanguageWish(
                  query.text("language").orElse(null),
                  null,
                  null,
                  draft.experience().languageInfo().fallbackLanguage()));
      Wording wording =
          new Wording(
              language,
              draft.words(language.tag()).orElseGet(() -> customPhrases.in(tenant, language)),
              locales.supported());
      String page = query.text("page").orElse("sign-in");
      return pages.picture(
          view.of(page, new Scene(tenant, draft.experience(), language)),
          contexts.of(
              context,
              draft.experience(),
              wording,
              PRODUCT,
              new FormState("", "", "/" + (page.equals("register") ? page : "sign-in"))),
          query.text("theme").filter("dark"::equals).isPresent()
              ? PictureScheme.DARK
              : PictureScheme.LIGHT);
    }
  }
}
