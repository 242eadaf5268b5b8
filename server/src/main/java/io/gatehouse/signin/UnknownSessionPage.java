package io.gatehouse.signin;

import io.gatehouse.branding.page.Page;
import io.gatehouse.platform.http.direct.Direct;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Says that a sign-in is over, or was never there. */
@Direct
@Path("/unknown-session")
@RunOnVirtualThread
public class UnknownSessionPage {
  private final Visit visit;

  UnknownSessionPage(Visit visit) {
    this.visit = visit;
  }

  @GET
  public Response show() {
    return visit.page(new Page.UnknownSession(null));
  }
}
