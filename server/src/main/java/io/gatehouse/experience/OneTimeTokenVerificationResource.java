package io.gatehouse.experience;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.onetimetoken.OneTimeTokenStep;
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

/** Proofs by a token that was made for an address. */
@Path("/api/experience/verification/one-time-token")
@ExperienceApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experience")
public class OneTimeTokenVerificationResource {
  private final ExperienceCall call;
  private final OneTimeTokenStep tokens;

  OneTimeTokenVerificationResource(ExperienceCall call, OneTimeTokenStep tokens) {
    this.call = call;
    this.tokens = tokens;
  }

  @POST
  @Path("/verify")
  @Operation(
      operationId = "VerifyOneTimeTokenVerification",
      summary = "Prove an e-mail address by a one-time token")
  public Map<String, String> verify(Inputs.OneTimeToken body) {
    Journey journey = call.journey();
    Identifier email = email(body.identifier().identifier());
    return call.logged(
        journey.state().interactionEvent(),
        "Verification.OneTimeToken.Submit",
        () -> {
          VerificationRecord record = tokens.verify(journey, email, body.token());
          call.save(journey, journey.state().with(record));
          return Map.of("verificationId", record.id());
        });
  }

  private static Identifier email(Identifier identifier) {
    if (identifier.type() != IdentifierType.EMAIL || !UserKeys.looksLikeEmail(identifier.value())) {
      Issues issues = new Issues();
      issues.at("identifier").at("value").wrongText("regex");
      issues.throwIfAny("body");
    }
    return identifier;
  }
}
