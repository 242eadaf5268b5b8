package io.gatehouse.account.page;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.Part;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.kept.KeptData;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Take along all that is kept about oneself, where the tenant lets people. */
@Path(DataPage.PATH)
@RunOnVirtualThread
class DataPage {
  static final String PATH = AccountStep.HOME + "/data";
  private static final String FILE = "my-data.json";

  private final AccountVisit visit;
  private final KeptData data;

  DataPage(AccountVisit visit, KeptData data) {
    this.visit = visit;
    this.data = data;
  }

  @GET
  public Response show() {
    return visit.show(PATH, DataPage::mayRead, () -> new AccountStep.Data(PATH + "/" + FILE));
  }

  @GET
  @Path("/" + FILE)
  public Response download() {
    return visit.answer(PATH, DataPage::mayRead, this::file);
  }

  private Response file() {
    AccountCall call = visit.call();
    return Response.ok(
            JsonCodec.text(data.of(call.tenant(), call.userId())), MediaType.APPLICATION_JSON)
        .header("Content-Disposition", "attachment; filename=\"" + FILE + "\"")
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static void mayRead(AccountCall call) {
    call.gate().shows(Part.DATA).proved();
  }
}
