package io.gatehouse.signin;

import io.gatehouse.branding.page.Page;
import io.gatehouse.platform.http.direct.Direct;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * The demo application, with which a tenant's sign-in is tried before there is any other: it signs
 * in by the code flow like a stranger's application, and shows the claims of the ID token.
 */
@Direct
@Path("/demo-app")
@RunOnVirtualThread
public class DemoPage {
  private final Visit visit;

  DemoPage(Visit visit) {
    this.visit = visit;
  }

  @GET
  public Response show() {
    return visit.page(new Page.Demo());
  }
}
