package io.gatehouse.signin.mfa;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.credential.passkey.AuthenticationAnswer;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.PasskeyAnswer;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord.WebAuthn;
import io.gatehouse.interaction.step.mfa.Demand;
import io.gatehouse.interaction.step.passkey.WebAuthnStep;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.signin.FactorWay;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Use a passkey or security key. Each page asks the browser for something new. */
@Direct
@Path("/mfa-verification/WebAuthn")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class PasskeyPage {
  private final Visit visit;
  private final Proving proving;
  private final WebAuthnStep keys;
  private final VisitLog log;

  PasskeyPage(Visit visit, Proving proving, WebAuthnStep keys, VisitLog log) {
    this.visit = visit;
    this.proving = proving;
    this.keys = keys;
    this.log = log;
  }

  @GET
  public Response show() {
    return visit.show(journey ->
        proving.asked(
            visit,
            journey,
            Factor.WEB_AUTHN,
            demand -> visit.page(page(journey, demand, null, Problems.NONE))));
  }

  @POST
  public Response verify(Form fields) {
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          return proving.asked(
              visit, journey, Factor.WEB_AUTHN, demand -> verified(journey, demand, form));
        });
  }

  private Response verified(Journey journey, Demand demand, Form form) {
    return Remarks.on(
        () ->
            log.of(
                journey,
                "Verification.WebAuthn.Submit",
                () ->
                    keys.shown(
                        journey,
                        asked(journey),
                        PasskeyAnswer.read(form, AuthenticationAnswer.class))),
        proved -> proving.shown(visit, journey, proved, form),
        problems -> visit.page(page(journey, demand, form, problems)));
  }

  /** Where there is none for this site, there are the other ways. */
  private Page page(Journey journey, Demand demand, @Nullable Form form, Problems problems) {
    try {
      WebAuthnStep.Showing showing =
          log.of(journey, "Verification.WebAuthn.Create", () -> keys.show(journey));
      visit.save(journey, showing.state());
      return new MfaStep.Passkey(
          JsonCodec.text(showing.authenticationOptions()),
          false,
          Proving.others(demand),
          proving.box().of(journey, form),
          problems);
    } catch (RequestException refusal) {
      if (Remarks.about(refusal) == null) {
        throw refusal;
      }
      return FactorWay.choose(demand, Problems.general(Problem.of(refusal)));
    }
  }

  private static String asked(Journey journey) {
    return journey
        .state()
        .record(WebAuthn.class)
        .map(WebAuthn::id)
        .orElseThrow(StepError.RECORD_NOT_FOUND::exception);
  }
}
