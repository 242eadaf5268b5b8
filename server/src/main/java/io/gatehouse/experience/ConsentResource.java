package io.gatehouse.experience;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.InteractionError;
import io.gatehouse.interaction.step.consent.ConsentStep;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Consent on a page of one's own, and giving an interaction up. */
@Path("/api/interaction")
@ExperienceApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Interaction")
public class ConsentResource {
  private final ExperienceCall call;
  private final ConsentStep consent;
  private final ConsentInfo info;

  ConsentResource(ExperienceCall call, ConsentStep consent, ConsentInfo info) {
    this.info = info;
    this.call = call;
    this.consent = consent;
  }

  @GET
  @Path("/consent")
  @Operation(operationId = "GetConsentInfo", summary = "Read what the application asks for")
  public ObjectNode info() {
    return info.of(call.tenant(), call.request(), call.interaction());
  }

  @POST
  @Path("/consent")
  @Operation(operationId = "Consent", summary = "Allow what the application asks for")
  public Map<String, String> allow(Inputs.Consent body) {
    Interaction interaction = call.interaction();
    if (!interaction.prompt().equals(Interaction.CONSENT)) {
      throw InteractionError.SESSION_NOT_FOUND.exception();
    }
    List<String> organizations = body.organizationIds();
    consent.allow(
        call.tenant().id(), interaction, organizations == null ? List.of() : organizations);
    return Map.of("redirectTo", call.tenant().url("/oidc/auth/" + interaction.id()));
  }

  @DELETE
  @Operation(operationId = "AbortInteraction", summary = "Give the interaction up")
  public void abort() {
    consent.abort(call.tenant().id(), call.interaction());
  }
}
