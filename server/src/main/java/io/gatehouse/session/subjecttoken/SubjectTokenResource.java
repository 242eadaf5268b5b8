package io.gatehouse.session.subjecttoken;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Subject tokens, over HTTP. */
@Path("/api/subject-tokens")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subject tokens")
class SubjectTokenResource {
  private final SubjectTokens tokens;
  private final ManagementCall call;

  SubjectTokenResource(SubjectTokens tokens, ManagementCall call) {
    this.tokens = tokens;
    this.call = call;
  }

  /**
   * A token that was issued.
   *
   * @param expiresIn seconds
   */
  record Issued(String subjectToken, long expiresIn) {}

  @POST
  @ResponseStatus(201)
  @Operation(
      operationId = "CreateSubjectToken",
      summary = "Issue a token to act as a person, to be exchanged once within ten minutes")
  @APIResponse(responseCode = "404", description = "There is no such person.")
  public Issued create(SubjectTokenInput input) {
    return new Issued(
        tokens.issue(call.tenant(), Actor.of(call), input), SubjectTokens.LIFE.toSeconds());
  }
}
