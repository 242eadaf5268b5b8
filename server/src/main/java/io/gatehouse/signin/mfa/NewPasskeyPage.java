package io.gatehouse.signin.mfa;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.mfa.PasskeyMaking.Purpose;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** Make a passkey that is a second step from then on. */
@Direct
@Path("/mfa-binding/WebAuthn")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class NewPasskeyPage {
  private final Visit visit;
  private final Setup setup;
  private final PasskeyMaking making;

  NewPasskeyPage(Visit visit, Setup setup, PasskeyMaking making) {
    this.visit = visit;
    this.setup = setup;
    this.making = making;
  }

  @GET
  public Response show() {
    return visit.show(journey -> offered(journey, purpose -> making.page(visit, journey, purpose)));
  }

  @POST
  public Response make(Form fields) {
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          return offered(journey, purpose -> making.made(visit, journey, purpose, form));
        });
  }

  private Response offered(Journey journey, Function<Purpose, Response> page) {
    return setup.offered(
        visit, journey, Factor.WEB_AUTHN, leave -> page.apply(new Purpose(false, leave)));
  }
}
