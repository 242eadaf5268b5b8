package io.gatehouse.message.onetimetoken;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.list.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** One-time tokens, over HTTP. */
@Path("/api/one-time-tokens")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "One-time tokens")
class OneTimeTokenResource {
  private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+\\.\\S+");

  private final OneTimeTokens tokens;
  private final ManagementCall call;

  OneTimeTokenResource(OneTimeTokens tokens, ManagementCall call) {
    this.tokens = tokens;
    this.call = call;
  }

  @GET
  @Paged
  @Parameter(
      name = "email",
      in = ParameterIn.QUERY,
      description = "Only those for this address.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "status",
      in = ParameterIn.QUERY,
      description = "Only those in this state.",
      schema = @Schema(implementation = OneTimeToken.Status.class))
  @Operation(
      operationId = "ListOneTimeTokens",
      summary = "List the tokens, newest first",
      description = "Filters: email, status.")
  public List<OneTimeToken> list() {
    Page page = call.optionalPage();
    Optional<String> email = call.query().text("email");
    if (email.isPresent() && !ADDRESS.matcher(email.get()).matches()) {
      Issues issues = new Issues();
      issues.at("email").wrongText("regex");
      issues.throwIfAny("query");
    }
    var status = call.query().as("status", OneTimeToken.Status.class);
    return call.answer(page, tokens.list(call.tenant(), email, status, page));
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "AddOneTimeTokens", summary = "Make a token for an address")
  public OneTimeToken create(OneTimeTokenInput input) {
    return tokens.create(call.tenant(), Actor.of(call), input);
  }

  @POST
  @Path("/verify")
  @APIResponse(responseCode = "404", description = "No such token was made for the address.")
  @Operation(operationId = "VerifyOneTimeToken", summary = "Use a token up")
  public OneTimeToken verify(OneTimeTokenInput.Shown input) {
    return tokens.consume(call.tenant(), input.token(), input.email());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "GetOneTimeToken", summary = "Read a token")
  public OneTimeToken get(@PathParam("id") String id) {
    return tokens.get(call.tenant(), id);
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "DeleteOneTimeToken", summary = "Delete a token")
  public void delete(@PathParam("id") String id) {
    tokens.delete(call.tenant(), Actor.of(call), id);
  }

  @PUT
  @Path("/{id}/status")
  @Operation(operationId = "ReplaceOneTimeTokenStatus", summary = "Revoke a token, or end it")
  public OneTimeToken mark(@PathParam("id") String id, OneTimeTokenInput.State input) {
    return tokens.mark(call.tenant(), Actor.of(call), id, input.status());
  }
}
