package io.gatehouse.signin.mfa;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.MfaStep.Leave;
import io.gatehouse.branding.page.MfaStep.NewTotp;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.mfa.BindStep;
import io.gatehouse.interaction.step.mfa.TotpStep;
import io.gatehouse.interaction.step.mfa.TotpStep.Begun;
import io.gatehouse.platform.http.direct.Direct;
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

/** Set up an authenticator app: its secret, which stays the same until a code has come of it. */
@Direct
@Path("/mfa-binding/Totp")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class NewTotpPage {
  private final Visit visit;
  private final Setup setup;
  private final TotpStep totp;
  private final BindStep bind;
  private final VisitLog log;

  NewTotpPage(Visit visit, Setup setup, TotpStep totp, BindStep bind, VisitLog log) {
    this.visit = visit;
    this.setup = setup;
    this.totp = totp;
    this.bind = bind;
    this.log = log;
  }

  @GET
  public Response show() {
    return visit.show(journey ->
        setup.offered(
            visit,
            journey,
            Factor.TOTP,
            leave -> visit.page(page(journey, begun(journey), leave, null, Problems.NONE))));
  }

  @POST
  public Response confirm(Form fields) {
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          return setup.offered(
              visit, journey, Factor.TOTP, leave -> confirmed(journey, leave, form));
        });
  }

  private Begun begun(Journey journey) {
    return totp.begun(journey)
        .orElseGet(() -> {
          Begun fresh = log.of(journey, "Verification.Totp.Create", () -> totp.begin(journey));
          visit.save(journey, fresh.state());
          return fresh;
        });
  }

  private Response confirmed(Journey journey, Leave leave, Form form) {
    Begun begun = begun(journey);
    String code = form.compact("code");
    return Remarks.on(
        () ->
            log.of(
                journey,
                "Verification.Totp.Submit",
                () -> totp.confirm(journey.with(begun.state()), begun.verificationId(), code)),
        proved -> added(journey.with(proved), leave, begun, form),
        problems -> visit.page(page(journey, begun, leave, form, problems)));
  }

  private Response added(Journey confirmed, Leave leave, Begun begun, Form form) {
    return setup.bound(
        visit,
        confirmed,
        Factor.TOTP,
        () -> setup.box().noted(confirmed, bind.totp(confirmed, begun.verificationId()), form),
        problems -> visit.page(page(confirmed, begun, leave, form, problems)));
  }

  private NewTotp page(
      Journey journey, Begun begun, Leave leave, @Nullable Form form, Problems problems) {
    return new NewTotp(
        begun.secret(),
        begun.secretQrCode(),
        begun.link(),
        leave,
        setup.box().of(journey, form),
        problems);
  }
}
