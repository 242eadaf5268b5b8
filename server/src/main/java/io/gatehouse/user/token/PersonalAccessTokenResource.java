package io.gatehouse.user.token;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The personal access tokens of people, over HTTP. */
@Path("/api/users/{id}/personal-access-tokens")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class PersonalAccessTokenResource {
  private final PersonalAccessTokens tokens;
  private final ManagementCall call;

  PersonalAccessTokenResource(PersonalAccessTokens tokens, ManagementCall call) {
    this.tokens = tokens;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "ListUserPersonalAccessTokens",
      summary = "List the personal access tokens of a person")
  public List<PersonalAccessToken> list(@PathParam("id") String id) {
    return tokens.list(call.tenant(), id);
  }

  @POST
  @ResponseStatus(201)
  @Operation(
      operationId = "CreateUserPersonalAccessToken",
      summary = "Make a personal access token for a person")
  public PersonalAccessToken create(@PathParam("id") String id, TokenInput input) {
    return tokens.create(call.tenant(), Actor.of(call), id, input);
  }

  @PATCH
  @Operation(
      operationId = "UpdatePersonalAccessTokenName",
      summary = "Rename a personal access token whatever its name holds")
  public PersonalAccessToken renameByBody(@PathParam("id") String id, TokenInput.Rename input) {
    String current = input.currentName() == null ? input.name() : input.currentName();
    return tokens.rename(call.tenant(), Actor.of(call), id, current, input.name());
  }

  @PATCH
  @Path("/{name}")
  @Operation(
      operationId = "UpdateUserPersonalAccessToken",
      summary = "Rename a personal access token")
  public PersonalAccessToken rename(
      @PathParam("id") String id, @PathParam("name") String name, TokenInput.Name input) {
    return tokens.rename(call.tenant(), Actor.of(call), id, name, input.name());
  }

  @DELETE
  @Path("/{name}")
  @Operation(
      operationId = "DeleteUserPersonalAccessToken",
      summary = "Delete a personal access token")
  public void delete(@PathParam("id") String id, @PathParam("name") String name) {
    tokens.delete(call.tenant(), Actor.of(call), id, name);
  }

  @POST
  @Path("/delete")
  @Operation(
      operationId = "DeletePersonalAccessTokenPost",
      summary = "Delete a personal access token whatever its name holds")
  public void deleteByBody(@PathParam("id") String id, TokenInput.Name input) {
    tokens.delete(call.tenant(), Actor.of(call), id, input.name());
  }
}
