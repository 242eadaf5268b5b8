package io.gatehouse.signin.mfa;

import io.gatehouse.branding.page.MfaStep.Leave;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.mfa.BindStep;
import io.gatehouse.interaction.step.submit.SubmitStep;
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

/** Make a passkey to sign in with from then on, or do without. */
@Direct
@Path("/create-passkey")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class PasskeyOfferPage {
  private static final Purpose SIGN_IN = new Purpose(true, new Leave(false, true));

  private final Visit visit;
  private final Setup setup;
  private final PasskeyMaking making;
  private final BindStep bind;

  PasskeyOfferPage(Visit visit, Setup setup, PasskeyMaking making, BindStep bind) {
    this.visit = visit;
    this.setup = setup;
    this.making = making;
    this.bind = bind;
  }

  @GET
  public Response show() {
    return visit.show(journey -> offered(journey, known -> making.page(visit, known, SIGN_IN)));
  }

  @POST
  public Response make(Form fields) {
    return visit.take(
        fields,
        form -> offered(visit.journey(), journey -> making.made(visit, journey, SIGN_IN, form)));
  }

  @POST
  @Path("/skip")
  public Response skip(Form fields) {
    return visit.take(
        fields,
        form ->
            offered(
                visit.journey(), journey -> setup.done(visit, journey, bind.skipPasskey(journey))));
  }

  private Response offered(Journey journey, Function<Journey, Response> page) {
    boolean offered =
        journey.state().userId() != null
            && !SubmitStep.resets(journey)
            && journey.experience().passkeySignIn().on();
    return offered ? page.apply(journey) : visit.go("/sign-in");
  }
}
