package io.gatehouse.signin;

import io.gatehouse.branding.page.Page;
import io.gatehouse.platform.http.direct.Direct;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Says that an account is suspended. */
@Direct
@Path("/account-suspended")
@RunOnVirtualThread
public class SuspendedPage {
  private final Visit visit;

  SuspendedPage(Visit visit) {
    this.visit = visit;
  }

  @GET
  public Response show() {
    return visit.page(new Page.AccountSuspended());
  }
}
