package io.gatehouse.application.registration;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.list.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The tokens by which clients are let in, over HTTP. */
@Path("/api/configs/oidc/registration/initial-access-tokens")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Configs")
class InitialAccessTokenResource {
  private final InitialAccessTokens tokens;
  private final ManagementCall call;

  InitialAccessTokenResource(InitialAccessTokens tokens, ManagementCall call) {
    this.tokens = tokens;
    this.call = call;
  }

  @GET
  @Paged
  @Operation(
      operationId = "ListInitialAccessTokens",
      summary = "List the tokens that let clients register, without the tokens themselves")
  public List<InitialAccessToken> list() {
    Page page = call.page();
    return call.answer(page, tokens.list(call.tenant(), page));
  }

  @POST
  @ResponseStatus(201)
  @Operation(
      operationId = "CreateInitialAccessToken",
      summary = "Make a token that lets clients register; it is shown once")
  public InitialAccessToken create(InitialAccessTokenInput input) {
    return tokens.create(call.tenant(), Actor.of(call), input);
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "DeleteInitialAccessToken",
      summary = "Take a token back; clients that it registered stay")
  public void revoke(@PathParam("id") String id) {
    tokens.revoke(call.tenant(), Actor.of(call), id);
  }
}
