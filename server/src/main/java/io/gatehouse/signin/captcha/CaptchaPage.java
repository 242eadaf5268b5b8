package io.gatehouse.signin.captcha;

import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.captcha.CaptchaStep;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.signin.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Takes the token of a captcha from a page's script. */
@Path("/captcha")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class CaptchaPage {
  private final Visit visit;
  private final CaptchaStep captcha;

  CaptchaPage(Visit visit, CaptchaStep captcha) {
    this.visit = visit;
    this.captcha = captcha;
  }

  /** Answers with nothing where it is passed, and by its status alone where it is not. */
  @POST
  public Response check(Form fields) {
    return visit.take(fields, this::checked);
  }

  private Response checked(Form form) {
    Journey journey = visit.journey();
    try {
      captcha.verify(journey, form.text("captcha"));
    } catch (RequestException refusal) {
      if (refusal.code() == StepError.CAPTCHA_FAILED) {
        return Response.status(refusal.status()).build();
      }
      throw refusal;
    }
    InteractionState state = journey.state();
    visit.save(journey, state.with(state.memory().withHuman(true)));
    return Response.noContent().build();
  }
}
