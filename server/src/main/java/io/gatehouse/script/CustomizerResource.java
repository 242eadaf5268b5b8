package io.gatehouse.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.input.Guard;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.script.ScriptInputs.AccessToken;
import io.gatehouse.script.ScriptInputs.AccessTokenTrial;
import io.gatehouse.script.ScriptInputs.ClientCredentials;
import io.gatehouse.script.ScriptInputs.ClientCredentialsTrial;
import io.gatehouse.script.ScriptInputs.Customizer;
import io.gatehouse.script.ScriptInputs.Listed;
import io.gatehouse.script.ScriptInputs.TokenType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The scripts that add claims to access tokens, over HTTP. */
@Path("/api/configs/jwt-customizer")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Configs")
class CustomizerResource {
  private final Scripts scripts;
  private final ScriptTrial trial;
  private final ManagementCall call;

  CustomizerResource(Scripts scripts, ScriptTrial trial, ManagementCall call) {
    this.scripts = scripts;
    this.trial = trial;
    this.call = call;
  }

  @GET
  @Operation(operationId = "ListJwtCustomizers", summary = "List the scripts that there are")
  public List<Listed> list() {
    return scripts.list(call.tenant(), ScriptKind.ACCESS_TOKEN, ScriptKind.CLIENT_CREDENTIALS);
  }

  @GET
  @Path("/{tokenTypePath}")
  @Answers(Customizer.class)
  @Operation(operationId = "GetJwtCustomizer", summary = "Read a script")
  public ObjectNode get(
      @PathParam("tokenTypePath") @Parameter(schema = @Schema(implementation = TokenType.class))
          String type) {
    return scripts.get(call.tenant(), type(type).kind());
  }

  @PUT
  @Path("/{tokenTypePath}")
  @Answers(
      value = Customizer.class,
      status = {200, 201})
  @Operation(operationId = "UpsertJwtCustomizer", summary = "Write a script; it is not run")
  public Response put(
      @PathParam("tokenTypePath") @Parameter(schema = @Schema(implementation = TokenType.class))
          String type,
      @RequestBody(
              content =
                  @Content(schema = @Schema(anyOf = {AccessToken.class, ClientCredentials.class})))
          JsonNode body) {
    TokenType token = type(type);
    Scripts.Written written =
        scripts.put(call.tenant(), Actor.of(call), token.kind(), checked(token, body));
    return Response.status(written.isNew() ? 201 : 200).entity(written.value()).build();
  }

  @PATCH
  @Path("/{tokenTypePath}")
  @Answers(Customizer.class)
  @Operation(operationId = "UpdateJwtCustomizer", summary = "Set members of a script's settings")
  public ObjectNode change(
      @PathParam("tokenTypePath") @Parameter(schema = @Schema(implementation = TokenType.class))
          String type,
      @RequestBody(
              content =
                  @Content(schema = @Schema(anyOf = {AccessToken.class, ClientCredentials.class})))
          JsonNode body) {
    TokenType token = type(type);
    return scripts.merge(call.tenant(), Actor.of(call), token.kind(), checked(token, body));
  }

  @POST
  @Path("/test")
  @Answers(ObjectNode.class)
  @Operation(
      operationId = "TestJwtCustomizer",
      summary = "Run a script with a sample; nothing is kept")
  @APIResponse(responseCode = "403", description = "The script has denied access.")
  @APIResponse(responseCode = "422", description = "The script has failed.")
  public ObjectNode test(
      @RequestBody(
              content =
                  @Content(
                      schema =
                          @Schema(anyOf = {AccessTokenTrial.class, ClientCredentialsTrial.class})))
          JsonNode body) {
    if (body.path("tokenType").asText().equals("client-credentials")) {
      ClientCredentialsTrial trial = Guard.body(body, ClientCredentialsTrial.class);
      return this.trial.claims(
          trial.tokenType().kind(),
          trial.script(),
          trial.environmentVariables(),
          new ScriptTrial.Sample(trial.token(), tree(trial.context())));
    }
    AccessTokenTrial trial = Guard.body(body, AccessTokenTrial.class);
    return this.trial.claims(
        trial.tokenType().kind(),
        trial.script(),
        trial.environmentVariables(),
        new ScriptTrial.Sample(trial.token(), tree(trial.context())));
  }

  @DELETE
  @Path("/{tokenTypePath}")
  @Operation(operationId = "DeleteJwtCustomizer", summary = "Delete a script")
  public void delete(
      @PathParam("tokenTypePath") @Parameter(schema = @Schema(implementation = TokenType.class))
          String type) {
    scripts.delete(call.tenant(), Actor.of(call), type(type).kind());
  }

  private static TokenType type(String text) {
    return Guard.part("params", TextNode.valueOf(text), TokenType.class);
  }

  private static ObjectNode checked(TokenType type, JsonNode body) {
    return tree(Guard.body(body, type.body()));
  }

  private static ObjectNode tree(Object value) {
    return JsonCodec.mapper().valueToTree(value);
  }
}
