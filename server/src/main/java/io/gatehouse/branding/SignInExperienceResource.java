package io.gatehouse.branding;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.input.Issues;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sign-in settings, over HTTP. */
@Path("/api/sign-in-exp")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in experience")
public class SignInExperienceResource {
  private static final int USUAL = 20;
  private static final int MOST = 100;

  private final SignInExperiences experiences;
  private final UsernameKeyStore usernames;
  private final ManagementCall call;

  SignInExperienceResource(
      SignInExperiences experiences, UsernameKeyStore usernames, ManagementCall call) {
    this.experiences = experiences;
    this.usernames = usernames;
    this.call = call;
  }

  @GET
  @APIResponse(responseCode = "404", description = "The tenant has no settings.")
  @Operation(operationId = "GetSignInExp", summary = "Read the sign-in settings")
  public SignInExperienceRow get() {
    return new SignInExperienceRow(call.tenant(), experiences.of(call.tenant()));
  }

  @PATCH
  @APIResponse(responseCode = "404", description = "The tenant has no settings.")
  @APIResponse(responseCode = "409", description = "There are usernames that differ in case only.")
  @Operation(operationId = "UpdateSignInExp", summary = "Change the sign-in settings")
  public SignInExperienceRow change(SignInExperiencePatch patch) {
    return new SignInExperienceRow(
        call.tenant(), experiences.change(call.tenant(), Actor.of(call), patch));
  }

  @GET
  @Path("/username-policy/case-sensitivity-conflicts")
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "How many of them to show, 1 to 100; 20 unless told.",
      schema = @Schema(implementation = Integer.class))
  @Operation(
      operationId = "ListUsernameCaseSensitivityConflicts",
      summary = "List usernames that differ in case only")
  public SignInExperienceRules.ConflictList conflicts() {
    int limit = call.query().text("limit").map(SignInExperienceResource::limit).orElse(USUAL);
    return SignInExperienceRules.ConflictList.of(usernames.conflicts(call.tenant()), limit);
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Reported below like a number that is out of bounds.
    }
    Issues issues = new Issues();
    issues.at("limit").custom("Must be a number from 1 to " + MOST + ".");
    issues.throwIfAny("query");
    return USUAL;
  }
}
