package io.gatehouse.branding.phrase;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Custom phrases, over HTTP. */
@Path("/api/custom-phrases")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Custom phrases")
class CustomPhraseResource {
  private final CustomPhrases phrases;
  private final ManagementCall call;

  CustomPhraseResource(CustomPhrases phrases, ManagementCall call) {
    this.phrases = phrases;
    this.call = call;
  }

  @GET
  @Operation(operationId = "ListCustomPhrases", summary = "List the languages with custom phrases")
  public List<CustomPhrase> list() {
    return phrases.list(call.tenant());
  }

  @GET
  @Path("/{languageTag}")
  @Operation(operationId = "GetCustomPhrase", summary = "Read the custom phrases of a language")
  public CustomPhrase get(@PathParam("languageTag") String tag) {
    return phrases.get(call.tenant(), new LanguageTag(tag));
  }

  @PUT
  @Path("/{languageTag}")
  @ResponseStatus(201)
  @Operation(
      operationId = "ReplaceCustomPhrase",
      summary = "Replace the custom phrases of a language")
  public CustomPhrase replace(@PathParam("languageTag") String tag, JsonNode translation) {
    return phrases.put(call.tenant(), Actor.of(call), new LanguageTag(tag), translation);
  }

  @DELETE
  @Path("/{languageTag}")
  @APIResponse(
      responseCode = "409",
      description = "It is the language that people get who speak none of the others.")
  @Operation(operationId = "DeleteCustomPhrase", summary = "Delete the phrases of a language")
  public void delete(@PathParam("languageTag") String tag) {
    phrases.delete(call.tenant(), Actor.of(call), new LanguageTag(tag));
  }
}
