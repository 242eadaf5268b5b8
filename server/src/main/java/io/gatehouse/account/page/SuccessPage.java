package io.gatehouse.account.page;

import io.gatehouse.branding.page.AccountStep;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Says that a task is done. */
@Path(SuccessPage.PATH)
@RunOnVirtualThread
class SuccessPage {
  static final String PATH = AccountStep.HOME + "/success";

  private final AccountVisit visit;

  SuccessPage(AccountVisit visit) {
    this.visit = visit;
  }

  @GET
  public Response show() {
    return visit.show(
        PATH,
        () -> {
          String redirect = visit.way().redirect();
          return visit.page(new AccountStep.Done(redirect == null ? SecurityPage.PATH : redirect));
        });
  }
}
