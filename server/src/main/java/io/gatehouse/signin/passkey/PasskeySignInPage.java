package io.gatehouse.signin.passkey;

import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.credential.passkey.AuthenticationAnswer;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.PasskeyAnswer;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord.SignInPasskey;
import io.gatehouse.interaction.step.identify.IdentifyStep;
import io.gatehouse.interaction.step.passkey.SignInPasskeyStep;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.signin.Ending;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Sign in with a passkey alone, which tells whose it is. */
@Direct
@Path("/sign-in/passkey")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class PasskeySignInPage {
  private final Visit visit;
  private final SignInPasskeyStep passkeys;
  private final IdentifyStep identify;
  private final Ending ending;
  private final VisitLog log;

  PasskeySignInPage(
      Visit visit, SignInPasskeyStep passkeys, IdentifyStep identify, Ending ending, VisitLog log) {
    this.visit = visit;
    this.passkeys = passkeys;
    this.identify = identify;
    this.ending = ending;
    this.log = log;
  }

  @GET
  public Response show() {
    return visit.show(journey ->
        offered(journey) ? visit.page(page(journey, Problems.NONE)) : visit.go("/sign-in"));
  }

  @POST
  public Response submit(Form fields) {
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey(InteractionState.begin(InteractionEvent.SIGN_IN));
          return offered(journey) ? submitted(journey, form) : visit.go("/sign-in");
        });
  }

  /** What the sign-in page asks the browser, which offers passkeys where the name is typed. */
  @POST
  @Path("/options")
  public Response options(Form fields) {
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          return offered(journey) && journey.experience().passkeySignIn().fillsIn()
              ? Response.ok(JsonCodec.text(passkeys.preflight(journey)))
                  .header("Content-Type", "application/json")
                  .header("Cache-Control", "no-store")
                  .build()
              : Response.status(Response.Status.NOT_FOUND).build();
        });
  }

  private Response submitted(Journey journey, Form form) {
    Journey known;
    try {
      known = journey.with(identified(journey, form));
    } catch (RequestException refusal) {
      if (refusal.code().code().equals("user.suspended")) {
        throw refusal;
      }
      return visit.page(page(journey, Problems.general(Problem.of(refusal))));
    }
    return ending.signIn(visit, known);
  }

  private InteractionState identified(Journey journey, Form form) {
    AuthenticationAnswer answer = PasskeyAnswer.read(form, AuthenticationAnswer.class);
    SignInPasskey proof =
        log.of(
            journey,
            "Verification.SignInPasskey.Submit",
            () -> passkeys.shown(journey, null, answer));
    Journey proved = journey.with(journey.state().with(proof));
    return log.of(proved, "Identifier.Submit", () -> identify.identify(proved, proof, false));
  }

  private Page page(Journey journey, Problems problems) {
    return new MfaStep.Passkey(
        JsonCodec.text(passkeys.preflight(journey)), true, false, null, problems);
  }

  private static boolean offered(Journey journey) {
    return journey.experience().signsIn() && journey.experience().passkeySignIn().on();
  }
}
