package io.gatehouse.config;

import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.config.ConfigInputs.AdminConsole;
import io.gatehouse.config.ConfigInputs.Cimd;
import io.gatehouse.config.ConfigInputs.IdToken;
import io.gatehouse.config.ConfigInputs.KeyType;
import io.gatehouse.config.ConfigInputs.Rotation;
import io.gatehouse.config.ConfigInputs.Session;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.input.Guard;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Settings of a tenant, over HTTP. */
@Path("/api/configs")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Configs")
class ConfigResource {
  private final TenantSettings settings;
  private final ManagementCall call;

  ConfigResource(TenantSettings settings, ManagementCall call) {
    this.settings = settings;
    this.call = call;
  }

  @GET
  @Path("/admin-console")
  @Operation(operationId = "GetAdminConsoleConfig", summary = "Read what the Console remembers")
  @APIResponse(responseCode = "404", description = "Nothing is remembered.")
  public AdminConsole adminConsole() {
    return settings.adminConsole(call.tenant());
  }

  @PATCH
  @Path("/admin-console")
  @Operation(operationId = "UpdateAdminConsoleConfig", summary = "Let the Console remember more")
  @APIResponse(responseCode = "404", description = "Nothing is remembered.")
  public AdminConsole changeAdminConsole(AdminConsole wanted) {
    return settings.changeAdminConsole(call.tenant(), Actor.of(call), wanted);
  }

  @GET
  @Path("/id-token")
  @Operation(operationId = "GetIdTokenConfig", summary = "Read which claims ID tokens carry")
  @APIResponse(responseCode = "404", description = "Nothing was chosen.")
  public IdToken idToken() {
    return settings.idToken(call.tenant());
  }

  @PUT
  @Path("/id-token")
  @Operation(operationId = "UpsertIdTokenConfig", summary = "Choose which claims ID tokens carry")
  public IdToken replaceIdToken(IdToken wanted) {
    return settings.replaceIdToken(call.tenant(), Actor.of(call), wanted);
  }

  @GET
  @Path("/cimd")
  @Operation(
      operationId = "GetCimdConfig",
      summary = "Read whether clients may be known by their metadata's address")
  public Cimd cimd() {
    return settings.cimd(call.tenant());
  }

  @PATCH
  @Path("/cimd")
  @Operation(
      operationId = "UpdateCimdConfig",
      summary = "Let clients be known by their metadata's address, or no longer")
  public Cimd changeCimd(Cimd wanted) {
    return settings.changeCimd(call.tenant(), Actor.of(call), wanted);
  }

  @GET
  @Path("/oidc/session")
  @Operation(operationId = "GetOidcSessionConfig", summary = "Read how long sessions live")
  public Session session() {
    return settings.session(call.tenant());
  }

  @PATCH
  @Path("/oidc/session")
  @Operation(operationId = "UpdateOidcSessionConfig", summary = "Set how long sessions live")
  public Session changeSession(Session wanted) {
    return settings.changeSession(call.tenant(), Actor.of(call), wanted);
  }

  @GET
  @Path("/oidc/{keyType}")
  @Operation(operationId = "GetOidcKeys", summary = "List the keys, without the keys themselves")
  public List<KeyView> keys(
      @PathParam("keyType") @Parameter(schema = @Schema(implementation = KeyType.class))
          String type) {
    return settings.keys(call.tenant(), keyType(type));
  }

  @POST
  @Path("/oidc/{keyType}/rotate")
  @Operation(operationId = "RotateOidcKeys", summary = "Let a new key succeed the current one")
  public List<KeyView> rotate(
      @PathParam("keyType") @Parameter(schema = @Schema(implementation = KeyType.class))
          String type,
      @Nullable Rotation rotation) {
    return settings.rotate(
        call.tenant(),
        Actor.of(call),
        keyType(type),
        rotation == null ? new Rotation(null, null) : rotation);
  }

  @DELETE
  @Path("/oidc/{keyType}/{keyId}")
  @Operation(operationId = "DeleteOidcKey", summary = "Delete a key that signs no longer")
  @APIResponse(responseCode = "422", description = "The key is still needed.")
  public void delete(
      @PathParam("keyType") @Parameter(schema = @Schema(implementation = KeyType.class))
          String type,
      @PathParam("keyId") String id) {
    settings.deleteKey(call.tenant(), Actor.of(call), keyType(type), id);
  }

  private static KeyType keyType(String text) {
    return Guard.part("params", TextNode.valueOf(text), KeyType.class);
  }
}
