package io.gatehouse.user.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.enterprise.tokenset.SsoTokenSets;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.user.IdentityTokens;
import io.gatehouse.user.User;
import io.gatehouse.user.UserView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** People's accounts elsewhere, over HTTP. */
@Path("/api/users/{id}")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class UserIdentityResource {
  private static final String TOKENS = "includeTokenSecret";

  private final UserIdentities identities;
  private final ManagementCall call;

  UserIdentityResource(UserIdentities identities, ManagementCall call) {
    this.identities = identities;
    this.call = call;
  }

  /** One identity, with what is kept of the provider's tokens where that is asked for. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record One(User.Identity identity, IdentityTokens.@Nullable Described tokenSecret) {}

  /** One of several. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfTarget(
      String target, User.Identity identity, IdentityTokens.@Nullable Described tokenSecret) {}

  /** Everything that a person is linked to. */
  record All(List<OfTarget> socialIdentities, List<OfEnterprise> ssoIdentities) {}

  /** One identity at an enterprise's provider. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Enterprise(JsonNode ssoIdentity, SsoTokenSets.@Nullable Described tokenSecret) {}

  /** One of several. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfEnterprise(
      String ssoConnectorId, JsonNode ssoIdentity, SsoTokenSets.@Nullable Described tokenSecret) {}

  @PUT
  @Path("/identities/{target}")
  @Answers(
      value = JsonNode.class,
      status = {200, 201})
  @Operation(operationId = "ReplaceUserIdentity", summary = "Link a person to a social identity")
  public Response put(
      @PathParam("id") String id, @PathParam("target") String target, UserInputs.Identity input) {
    boolean fresh =
        identities.put(
            call.tenant(),
            Actor.of(call),
            id,
            target,
            new User.Identity(input.userId(), input.details()));
    return Response.status(fresh ? 201 : 200).entity(identities.all(call.tenant(), id)).build();
  }

  @GET
  @Path("/identities/{target}")
  @Parameter(
      name = TOKENS,
      in = ParameterIn.QUERY,
      description = "Whether to tell what is kept of the provider's tokens.",
      schema = @Schema(implementation = String.class))
  @Operation(operationId = "GetUserIdentity", summary = "Read a person's social identity")
  public One get(@PathParam("id") String id, @PathParam("target") String target) {
    User.Identity identity = identities.get(call.tenant(), id, target);
    return new One(identity, tokens(id, call.query().truthy(TOKENS)).get(target));
  }

  @DELETE
  @Path("/identities/{target}")
  @Operation(operationId = "DeleteUserIdentity", summary = "Unlink a person's social identity")
  public UserView delete(@PathParam("id") String id, @PathParam("target") String target) {
    return UserView.of(identities.delete(call.tenant(), Actor.of(call), id, target));
  }

  @GET
  @Path("/all-identities")
  @Parameter(
      name = TOKENS,
      in = ParameterIn.QUERY,
      description = "Given with any text, what is kept of the providers' tokens is told.",
      schema = @Schema(implementation = String.class))
  @Operation(operationId = "ListUserAllIdentities", summary = "List all identities of a person")
  public All all(@PathParam("id") String id) {
    Map<String, User.Identity> social = identities.all(call.tenant(), id);
    boolean asked = call.query().text(TOKENS).filter(text -> !text.isEmpty()).isPresent();
    Map<String, IdentityTokens.Described> tokens = tokens(id, asked);
    Map<String, SsoTokenSets.Described> enterprise = enterpriseTokens(id, asked);
    return new All(
        social.entrySet().stream()
            .map(
                entry -> new OfTarget(entry.getKey(), entry.getValue(), tokens.get(entry.getKey())))
            .toList(),
        identities.enterprise(call.tenant(), id).stream()
            .map(identity -> ofEnterprise(identity, enterprise))
            .toList());
  }

  private static OfEnterprise ofEnterprise(
      JsonNode identity, Map<String, SsoTokenSets.Described> tokens) {
    String connector = identity.path("ssoConnectorId").asText();
    return new OfEnterprise(connector, identity, tokens.get(connector));
  }

  private Map<String, IdentityTokens.Described> tokens(String id, boolean asked) {
    return asked ? identities.tokens(call.tenant(), id) : Map.of();
  }

  private Map<String, SsoTokenSets.Described> enterpriseTokens(String id, boolean asked) {
    return asked ? identities.enterpriseTokens(call.tenant(), id) : Map.of();
  }

  @GET
  @Path("/sso-identities/{ssoConnectorId}")
  @Parameter(
      name = TOKENS,
      in = ParameterIn.QUERY,
      description = "Whether to tell what is kept of the provider's tokens.",
      schema = @Schema(implementation = String.class))
  @Operation(
      operationId = "GetUserSsoIdentity",
      summary = "Read a person's identity at an enterprise's provider")
  public Enterprise enterprise(
      @PathParam("id") String id, @PathParam("ssoConnectorId") String connector) {
    JsonNode identity = identities.enterprise(call.tenant(), id, connector);
    return new Enterprise(
        identity, enterpriseTokens(id, call.query().truthy(TOKENS)).get(connector));
  }
}
