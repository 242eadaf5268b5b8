package io.gatehouse.branding.phrase;

import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The languages of the hosted pages, over HTTP: an addition of ours to the convention. */
@Path("/api/sign-in-languages")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Custom phrases")
class SpokenLanguageResource {
  private final CustomPhrases phrases;
  private final ManagementCall call;

  SpokenLanguageResource(CustomPhrases phrases, ManagementCall call) {
    this.phrases = phrases;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "ListSignInLanguages",
      summary = "List the languages that the sign-in pages speak, and those that can be added")
  public SpokenLanguages list() {
    return phrases.spoken(call.tenant());
  }
}
