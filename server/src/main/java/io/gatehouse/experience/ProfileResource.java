package io.gatehouse.experience;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.mfa.SecondFactorCheck;
import io.gatehouse.interaction.step.password.NewPassword;
import io.gatehouse.interaction.step.profile.ProfileStep;
import io.gatehouse.platform.input.Issues;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is added to the account on the way in. */
@Path("/api/experience/profile")
@ExperienceApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experience")
public class ProfileResource {
  private final ExperienceCall call;
  private final ProfileStep profile;
  private final NewPassword password;
  private final SecondFactorCheck second;

  ProfileResource(
      ExperienceCall call, ProfileStep profile, NewPassword password, SecondFactorCheck second) {
    this.call = call;
    this.second = second;
    this.profile = profile;
    this.password = password;
  }

  @POST
  @Operation(operationId = "AddUserProfile", summary = "Add to the account")
  public void add(Inputs.Profile body) {
    Journey journey = call.journey();
    call.logged(
        journey.state().interactionEvent(),
        "Profile.Update",
        () -> {
          enter(journey, body.type());
          call.save(journey, added(journey, body));
        });
  }

  @PUT
  @Path("/password")
  @Operation(operationId = "ResetUserPassword", summary = "Replace a forgotten password")
  public void reset(Inputs.NewPassword body) {
    Journey journey = call.journey();
    call.logged(
        journey.state().interactionEvent(),
        "Profile.Update",
        () -> {
          call.save(journey, password.replace(journey, body.password()));
        });
  }

  /** An account elsewhere is added by those too who have not shown their second factor yet. */
  private void enter(Journey journey, Inputs.ProfileType type) {
    if (type == Inputs.ProfileType.social) {
      profile.enter(journey);
    } else {
      second.enter(journey);
    }
  }

  private InteractionState added(Journey journey, Inputs.Profile body) {
    return switch (body.type()) {
      case username -> profile.username(journey, present("value", body.value()));
      case password -> password.add(journey, present("value", body.value()));
      case email ->
          profile.proved(
              journey, present("verificationId", body.verificationId()), IdentifierType.EMAIL);
      case phone ->
          profile.proved(
              journey, present("verificationId", body.verificationId()), IdentifierType.PHONE);
      case social -> profile.social(journey, present("verificationId", body.verificationId()));
      case extraProfile -> {
        ObjectNode values = body.values();
        if (values == null) {
          present("values", null);
        }
        yield values == null ? journey.state() : profile.extra(journey, values);
      }
    };
  }

  private static String present(String member, @Nullable String value) {
    if (value == null) {
      Issues issues = new Issues();
      issues.at(member).wrongType("string", "undefined");
      issues.throwIfAny("body");
    }
    return String.valueOf(value);
  }
}
