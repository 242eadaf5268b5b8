package io.gatehouse.signin.unknown;

import io.gatehouse.branding.accountcenter.AccountCenters;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.branding.page.Page;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.Visit;
import io.gatehouse.tenant.TenantId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Says that there is no page, and leads on to one. */
@Direct
@Path(NotFoundPage.PATH)
@RunOnVirtualThread
public class NotFoundPage {
  static final String PATH = "/not-found";

  private final Visit visit;
  private final AccountCenters centers;

  NotFoundPage(Visit visit, AccountCenters centers) {
    this.visit = visit;
    this.centers = centers;
  }

  @GET
  public Response show() {
    return Response.fromResponse(visit.pageAside(new Page.NotFound(home()))).status(404).build();
  }

  /** Where the tenant wants people who are lost; else their own account. */
  private @Nullable String home() {
    TenantId tenant = visit.tenant().id();
    if (tenant.equals(TenantId.ADMIN)) {
      return visit.tenant().url("/console");
    }
    String elsewhere = visit.experience().unknownSessionRedirectUrl();
    if (elsewhere != null) {
      return elsewhere;
    }
    return centers.of(tenant).enabled() ? visit.tenant().url(AccountStep.HOME) : null;
  }
}
