package io.gatehouse.signin.language;

import io.gatehouse.branding.page.context.PageContexts;
import io.gatehouse.branding.phrase.CustomPhrases;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.signin.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Remembers the language that a person picks in the footer. */
@Direct
@Path("/language")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class LanguagePage {
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private final Visit visit;
  private final CustomPhrases customPhrases;

  LanguagePage(Visit visit, CustomPhrases customPhrases) {
    this.visit = visit;
    this.customPhrases = customPhrases;
  }

  @POST
  public Response choose(Form form) {
    String wanted = form.line("language");
    Response back = visit.to(visit.tenant().url(path(form.line("return_to"))));
    return customPhrases.languages(visit.tenant().id()).supported().stream()
        .map(Language::tag)
        .filter(tag -> tag.equals(wanted))
        .findFirst()
        .map(tag -> Response.fromResponse(back).header("Set-Cookie", cookie(tag)).build())
        .orElse(back);
  }

  private String cookie(String tag) {
    return visit.tenant().cookie(PageContexts.LANGUAGE_COOKIE)
        + "="
        + tag
        + "; path=/; max-age="
        + REMEMBERED.toSeconds()
        + "; samesite=lax; httponly"
        + (visit.tenant().secure() ? "; secure" : "");
  }

  /** Only a path of ours: never another origin. */
  private static String path(String wanted) {
    boolean ours = wanted.matches("/[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*") && !wanted.startsWith("//");
    return ours ? wanted : "/sign-in";
  }
}
