package io.gatehouse.signin.mfa;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.branding.page.MfaStep.Leave;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.credential.passkey.RegistrationAnswer;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord.WebAuthn;
import io.gatehouse.interaction.step.mfa.BindStep;
import io.gatehouse.interaction.step.passkey.WebAuthnStep;
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

/** Make a passkey that is a second step from then on. */
@Direct
@Path("/mfa-binding/WebAuthn")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class NewPasskeyPage {
  private final Visit visit;
  private final Setup setup;
  private final WebAuthnStep keys;
  private final BindStep bind;
  private final VisitLog log;

  NewPasskeyPage(Visit visit, Setup setup, WebAuthnStep keys, BindStep bind, VisitLog log) {
    this.visit = visit;
    this.setup = setup;
    this.keys = keys;
    this.bind = bind;
    this.log = log;
  }

  @GET
  public Response show() {
    return visit.show(journey ->
        setup.offered(
            visit,
            journey,
            Factor.WEB_AUTHN,
            leave -> visit.page(page(journey, leave, Problems.NONE))));
  }

  @POST
  public Response make(Form fields) {
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          return setup.offered(
              visit, journey, Factor.WEB_AUTHN, leave -> made(journey, leave, form));
        });
  }

  private Response made(Journey journey, Leave leave, Form form) {
    Optional<String> asked = journey.state().record(WebAuthn.class).map(WebAuthn::id);
    if (asked.isEmpty()) {
      return visit.go(MfaStep.SETUP + "/" + Factor.WEB_AUTHN.wire());
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
      return again(journey, leave, refusal);
    }
    Journey confirmed = journey.with(proved);
    return setup.bound(
        visit,
        confirmed,
        Factor.WEB_AUTHN,
        () -> bind.webAuthn(confirmed, id),
        refusal -> again(journey, leave, refusal));
  }

  private Response again(Journey journey, Leave leave, RequestException refusal) {
    Problems problems = Remarks.about(refusal);
    if (problems == null) {
      throw refusal;
    }
    return visit.page(page(journey, leave, problems));
  }

  private MfaStep page(Journey journey, Leave leave, Problems problems) {
    WebAuthnStep.Making making =
        log.of(journey, "Verification.WebAuthn.Create", () -> keys.make(journey));
    visit.save(journey, making.state());
    return new MfaStep.NewPasskey(
        JsonCodec.text(making.registrationOptions()), false, leave, problems);
  }
}
