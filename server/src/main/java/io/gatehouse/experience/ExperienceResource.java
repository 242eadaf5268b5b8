package io.gatehouse.experience;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PublicState;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.captcha.CaptchaStep;
import io.gatehouse.interaction.step.identify.IdentifyStep;
import io.gatehouse.interaction.step.mfa.TrustedBrowser;
import io.gatehouse.interaction.step.register.RegisterStep;
import io.gatehouse.interaction.step.submit.SubmitStep;
import io.gatehouse.platform.input.Issues;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The course of an interaction: begin, turn, identify, submit. */
@Path("/api/experience")
@ExperienceApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experience")
class ExperienceResource {
  private final ExperienceCall call;
  private final CaptchaStep captcha;
  private final IdentifyStep identify;
  private final RegisterStep register;
  private final SubmitStep submit;
  private final TrustedBrowser trusted;

  ExperienceResource(
      ExperienceCall call,
      CaptchaStep captcha,
      IdentifyStep identify,
      RegisterStep register,
      SubmitStep submit,
      TrustedBrowser trusted) {
    this.call = call;
    this.captcha = captcha;
    this.identify = identify;
    this.register = register;
    this.submit = submit;
    this.trusted = trusted;
  }

  @PUT
  @Operation(operationId = "InitInteraction", summary = "Begin, or begin anew")
  public void begin(Inputs.Begin body) {
    call.logged(
        body.interactionEvent(),
        "Create",
        () -> {
          Journey begun = call.journey(InteractionState.begin(body.interactionEvent()));
          String token = body.captchaToken();
          call.save(begun, token == null ? begun.state() : captcha.verify(begun, token));
        });
  }

  @PUT
  @Path("/interaction-event")
  @Operation(operationId = "UpdateInteractionEvent", summary = "Turn to another purpose")
  public void turn(Inputs.Turn body) {
    Journey journey = call.journey();
    InteractionEvent before = journey.state().interactionEvent();
    call.logged(
        before,
        "Update",
        () -> {
          InteractionEvent wanted = body.interactionEvent();
          if (wanted == InteractionEvent.SIGN_IN && !journey.experience().signsIn()
              || wanted == InteractionEvent.REGISTER
                  && !journey.experience().registers()
                  && !journey.state().invited()) {
            throw StepError.FORBIDDEN.exception();
          }
          if (wanted != before
              && (wanted == InteractionEvent.FORGOT_PASSWORD
                  || before == InteractionEvent.FORGOT_PASSWORD)) {
            throw StepError.NOT_FOR_FORGOT_PASSWORD.exception();
          }
          call.save(journey, journey.state().turned(wanted));
        });
  }

  @POST
  @Path("/identification")
  @Operation(operationId = "IdentifyUser", summary = "Identify the person, or register them")
  public Response identify(Inputs.Identification body) {
    Journey journey = call.journey();
    InteractionEvent event = journey.state().interactionEvent();
    return call.logged(
        event,
        "Identifier.Submit",
        () -> {
          VerificationRecord record = record(journey, body.verificationId());
          if (event == InteractionEvent.REGISTER) {
            Journey gathered = call.save(journey, register.gather(journey, record));
            call.save(gathered, register.create(gathered));
            return Response.status(Response.Status.CREATED)
                .type("text/plain")
                .entity("Created")
                .build();
          }
          if (record == null) {
            throw missing("verificationId");
          }
          boolean link = Boolean.TRUE.equals(body.linkSocialIdentity());
          call.save(journey, identify.identify(journey, record, link));
          return Response.noContent().build();
        });
  }

  @POST
  @Path("/submit")
  @Operation(operationId = "SubmitInteraction", summary = "End the interaction")
  public Response submit() {
    Journey journey = call.journey();
    return call.logged(
        journey.state().interactionEvent(),
        "Submit",
        () -> {
          if (SubmitStep.resets(journey)) {
            submit.reset(journey);
            return Response.noContent().build();
          }
          Interaction finished = submit.submit(journey, false);
          String resume = call.tenant().url("/oidc/auth/" + finished.id());
          var answer = Response.ok(Map.of("redirectTo", resume));
          trusted.keep(journey).ifPresent(cookie -> answer.header("Set-Cookie", cookie));
          return answer.build();
        });
  }

  @GET
  @Path("/interaction")
  @Operation(operationId = "GetInteraction", summary = "Read what the interaction holds")
  public ObjectNode state() {
    Journey journey = call.journey();
    ObjectNode state = PublicState.of(journey);
    ObjectNode trust = state.putObject("trustedDevice");
    boolean offered = trusted.offered(journey);
    trust.put("canCreate", offered);
    if (offered) {
      trust.put("durationDays", journey.experience().trust().days());
    }
    return state;
  }

  private static @Nullable VerificationRecord record(Journey journey, @Nullable String id) {
    return id == null
        ? null
        : journey
            .state()
            .record(id, VerificationRecord.class)
            .orElseThrow(StepError.RECORD_NOT_FOUND::exception);
  }

  private static RuntimeException missing(String member) {
    Issues issues = new Issues();
    issues.at(member).wrongType("string", "undefined");
    issues.throwIfAny("body");
    throw new IllegalStateException();
  }
}
