package io.gatehouse.signin.mfa;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.branding.page.MfaStep.Leave;
import io.gatehouse.branding.page.MfaStep.Trust;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.credential.passkey.RegistrationAnswer;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.PasskeyAnswer;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord.WebAuthn;
import io.gatehouse.interaction.step.mfa.BindStep;
import io.gatehouse.interaction.step.passkey.WebAuthnStep;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page on which somebody makes a passkey, whatever it will be for. */
@Singleton
class PasskeyMaking {
  private final Setup setup;
  private final WebAuthnStep keys;
  private final BindStep bind;
  private final VisitLog log;

  PasskeyMaking(Setup setup, WebAuthnStep keys, BindStep bind, VisitLog log) {
    this.setup = setup;
    this.keys = keys;
    this.bind = bind;
    this.log = log;
  }

  /**
   * What the passkey is for.
   *
   * @param alone whether it will be all that is asked for, rather than a second step
   * @param leave how the page is left without one
   */
  record Purpose(boolean alone, Leave leave) {
    /** The page. */
    String path() {
      return alone ? "/create-passkey" : MfaStep.SETUP + "/" + Factor.WEB_AUTHN.wire();
    }

    private String key() {
      return alone ? "SignInPasskey.Submit" : "BindMfa." + Factor.WEB_AUTHN.wire() + ".Submit";
    }
  }

  /** The page; each time it asks the browser for something new. */
  Response page(Visit visit, Journey journey, Purpose purpose) {
    return page(visit, journey, purpose, null, Problems.NONE);
  }

  private Response page(
      Visit visit, Journey journey, Purpose purpose, @Nullable Form form, Problems problems) {
    WebAuthnStep.Making making =
        log.of(journey, "Verification.WebAuthn.Create", () -> keys.make(journey));
    visit.save(journey, making.state());
    String options = JsonCodec.text(making.registrationOptions());
    Trust trust = purpose.alone() ? null : setup.box().of(journey, form);
    return visit.page(
        new MfaStep.NewPasskey(options, purpose.alone(), purpose.leave(), trust, problems));
  }

  /** Takes what the browser has made. */
  Response made(Visit visit, Journey journey, Purpose purpose, Form form) {
    Optional<String> asked = journey.state().record(WebAuthn.class).map(WebAuthn::id);
    if (asked.isEmpty()) {
      return visit.go(purpose.path());
    }
    String id = asked.get();
    return Remarks.on(
        () ->
            log.of(
                journey,
                "Verification.WebAuthn.Submit",
                () -> keys.made(journey, id, PasskeyAnswer.read(form, RegistrationAnswer.class))),
        proved -> added(visit, journey.with(proved), purpose, id, form),
        problems -> page(visit, journey, purpose, form, problems));
  }

  private Response added(Visit visit, Journey proved, Purpose purpose, String id, Form form) {
    return setup.bound(
        visit,
        proved,
        purpose.key(),
        () -> bound(proved, purpose, id, form),
        problems -> page(visit, proved, purpose, form, problems));
  }

  private InteractionState bound(Journey proved, Purpose purpose, String id, Form form) {
    return purpose.alone()
        ? bind.passkey(proved, id)
        : setup.box().noted(proved, bind.webAuthn(proved, id), form);
  }
}
