package io.gatehouse.signin.mfa;

import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.credential.passkey.RegistrationAnswer;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord.WebAuthn;
import io.gatehouse.interaction.step.mfa.BindStep;
import io.gatehouse.interaction.step.passkey.WebAuthnStep;
import io.gatehouse.interaction.step.submit.SubmitStep;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.signin.Form;
import io.gatehouse.signin.PasskeyAnswer;
import io.gatehouse.signin.Remarks;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;

/** Make a passkey to sign in with from then on, or do without. */
@Direct
@Path("/create-passkey")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class PasskeyOfferPage {
  private static final MfaStep.Leave LEAVE = new MfaStep.Leave(false, true);

  private final Visit visit;
  private final Setup setup;
  private final WebAuthnStep keys;
  private final BindStep bind;
  private final VisitLog log;

  PasskeyOfferPage(Visit visit, Setup setup, WebAuthnStep keys, BindStep bind, VisitLog log) {
    this.visit = visit;
    this.setup = setup;
    this.keys = keys;
    this.bind = bind;
    this.log = log;
  }

  @GET
  public Response show() {
    return visit.show(journey -> offered(journey, known -> visit.page(page(known, Problems.NONE))));
  }

  @POST
  public Response make(Form fields) {
    return visit.take(fields, form -> offered(visit.journey(), journey -> made(journey, form)));
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

  private Response made(Journey journey, Form form) {
    Optional<String> asked = journey.state().record(WebAuthn.class).map(WebAuthn::id);
    if (asked.isEmpty()) {
      return visit.go("/create-passkey");
    }
    String id = asked.get();
    InteractionState proved;
    try {
      proved =
          log.of(
              journey,
              "Verification.WebAuthn.Submit",
              () -> keys.made(journey, id, PasskeyAnswer.read(form, RegistrationAnswer.class)));
    } catch (RequestException refusal) {
      return again(journey, refusal);
    }
    Journey confirmed = journey.with(proved);
    return setup.bound(
        visit,
        confirmed,
        "SignInPasskey.Submit",
        () -> bind.passkey(confirmed, id),
        refusal -> again(journey, refusal));
  }

  private Response again(Journey journey, RequestException refusal) {
    Problems problems = Remarks.about(refusal);
    if (problems == null) {
      throw refusal;
    }
    return visit.page(page(journey, problems));
  }

  private MfaStep page(Journey journey, Problems problems) {
    WebAuthnStep.Making making =
        log.of(journey, "Verification.WebAuthn.Create", () -> keys.make(journey));
    visit.save(journey, making.state());
    return new MfaStep.NewPasskey(
        JsonCodec.text(making.registrationOptions()), true, LEAVE, problems);
  }
}
