package io.gatehouse.account.page;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.Part;
import io.gatehouse.branding.accountcenter.AccountCenters;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.branding.page.AccountStep.Line;
import io.gatehouse.branding.page.AccountStep.Words;
import io.gatehouse.branding.page.Page;
import io.gatehouse.tenant.Tenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where people begin to look after their account, come back to from signing in, and read that a
 * task is done.
 */
@Path(AccountStep.HOME)
@RunOnVirtualThread
class HomePage {
  static final String DONE = AccountStep.HOME + "/success";
  private static final List<Part> OF_PROFILE = List.of(Part.NAME, Part.AVATAR, Part.PROFILE);

  private final AccountVisit visit;
  private final AccountCenters centers;

  HomePage(AccountVisit visit, AccountCenters centers) {
    this.visit = visit;
    this.centers = centers;
  }

  @GET
  public Response show(@Context HttpServerRequest request) {
    return visit.answer(
        AccountStep.HOME,
        AccountVisit::anybody,
        () ->
            visit.way().returned()
                ? visit.to(visit.tenant().url(Itinerary.after(request.getParam("state"))))
                : visit.page(page()));
  }

  @GET
  @Path("/success")
  public Response success() {
    return visit.show(DONE, AccountVisit::anybody, this::done);
  }

  private Page done() {
    Itinerary way = visit.way();
    String redirect = way.redirect();
    if (redirect != null) {
      return new AccountStep.Done(redirect);
    }
    String next = way.next() == null ? SecurityPage.PATH : way.waiting();
    return new AccountStep.Done(next + way.query(next));
  }

  private Page page() {
    AccountCall call = visit.call();
    List<Line> lines = new ArrayList<>();
    if (OF_PROFILE.stream().anyMatch(call::isShown)) {
      lines.add(line("person", "profile"));
    }
    if (SecurityPage.isShown(call)) {
      lines.add(line("lock", "security"));
    }
    if (call.isShown(Part.SESSION) || call.isShown(Part.TRUSTED_DEVICE)) {
      lines.add(line("screen", "sessions"));
    }
    if (call.isShown(Part.DATA)) {
      lines.add(line("backup", "data"));
    }
    return new AccountStep.Home(
        visit.shownPerson(),
        lines,
        signOut(visit.tenant()),
        centers.of(call.tenant()).deleteAccountUrl());
  }

  private static Line line(String icon, String page) {
    return new Line(
        icon,
        Words.phrase("account." + page + ".title"),
        Words.phrase("account." + page + ".detail"),
        AccountStep.HOME + "/" + page);
  }

  private static String signOut(Tenant tenant) {
    return "/oidc/session/end?client_id="
        + AccountDoor.APPLICATION
        + "&post_logout_redirect_uri="
        + URLEncoder.encode(tenant.url(AccountStep.HOME), StandardCharsets.UTF_8);
  }
}
