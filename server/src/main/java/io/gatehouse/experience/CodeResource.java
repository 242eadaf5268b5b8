package io.gatehouse.experience;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.code.CodeStep;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.UserKeys;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proofs by a code that was sent. */
@Path("/api/experience/verification/verification-code")
@ExperienceApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experience")
public class CodeResource {
  private final ExperienceCall call;
  private final CodeStep codes;

  CodeResource(ExperienceCall call, CodeStep codes) {
    this.call = call;
    this.codes = codes;
  }

  @POST
  @Operation(operationId = "CreateAndSendVerificationCode", summary = "Send a code")
  public Map<String, String> send(Inputs.SendCode body) {
    Journey journey = call.journey();
    Identifier to = address(body.identifier().identifier());
    return call.logged(
        journey.state().interactionEvent(),
        "Verification." + type(to) + ".Create",
        () -> {
          InteractionState state = codes.send(journey, to, body.interactionEvent());
          call.save(journey, state);
          return Map.of("verificationId", state.verificationRecords().getLast().id());
        });
  }

  @POST
  @Path("/verify")
  @Operation(operationId = "VerifyVerificationCodeVerification", summary = "Prove by a code")
  public Map<String, String> verify(Inputs.VerifyCode body) {
    Journey journey = call.journey();
    Identifier from = address(body.identifier().identifier());
    return call.logged(
        journey.state().interactionEvent(),
        "Verification." + type(from) + ".Submit",
        () -> {
          InteractionState state = codes.verify(journey, from, body.verificationId(), body.code());
          call.save(journey, state);
          VerificationRecord record = state.verificationRecords().getLast();
          return Map.of("verificationId", record.id());
        });
  }

  private static String type(Identifier identifier) {
    return identifier.type() == IdentifierType.EMAIL
        ? "EmailVerificationCode"
        : "PhoneVerificationCode";
  }

  private static Identifier address(Identifier identifier) {
    boolean fits =
        switch (identifier.type()) {
          case EMAIL -> UserKeys.looksLikeEmail(identifier.value());
          case PHONE -> UserKeys.isDigits(identifier.value());
          case USERNAME -> false;
        };
    if (!fits) {
      Issues issues = new Issues();
      issues.at("identifier").at("value").wrongText("regex");
      issues.throwIfAny("body");
    }
    return identifier;
  }
}
