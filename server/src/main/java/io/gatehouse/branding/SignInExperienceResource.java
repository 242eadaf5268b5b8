package io.gatehouse.branding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
  @Operation(operationId = "GetSignInExp", summary = "Read the sign-in settings")
  public ObjectNode get() {
    return row(call.tenant(), experiences.of(call.tenant()));
  }

  @PATCH
  @Operation(operationId = "UpdateSignInExp", summary = "Change the sign-in settings")
  public ObjectNode change(SignInExperiencePatch patch) {
    return row(call.tenant(), experiences.change(call.tenant(), Actor.of(call), patch));
  }

  @GET
  @Path("/username-policy/case-sensitivity-conflicts")
  @Operation(
      operationId = "ListUsernameCaseSensitivityConflicts",
      summary = "List usernames that differ in case only")
  public SignInExperienceRules.ConflictList conflicts() {
    int limit = call.query().text("limit").map(SignInExperienceResource::limit).orElse(USUAL);
    return SignInExperienceRules.ConflictList.of(usernames.conflicts(call.tenant()), limit);
  }

  /** The row as the contract shows it: tenant and id in front. */
  static ObjectNode row(TenantId tenant, SignInExperience experience) {
    ObjectNode row = JsonCodec.object();
    row.put("tenantId", tenant.value()).put("id", "default");
    row.setAll(JsonCodec.mapper().<ObjectNode>valueToTree(experience));
    return row;
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
