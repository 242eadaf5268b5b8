package io.gatehouse.access.role.holder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.management.AuthError;
import io.gatehouse.management.ResourceTokens;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells a Hasura server who asks it, and in which role. */
@Path("/api/authn/hasura")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authn")
class HasuraResource {
  private final ResourceTokens tokens;
  private final HeldRoles roles;
  private final TenantResolver tenants;

  HasuraResource(ResourceTokens tokens, HeldRoles roles, TenantResolver tenants) {
    this.tokens = tokens;
    this.roles = roles;
    this.tenants = tenants;
  }

  /** The session variables that Hasura understands. */
  @JsonInclude(Include.NON_NULL)
  record Variables(
      @JsonProperty("X-Hasura-User-Id") @Nullable String user,
      @JsonProperty("X-Hasura-Role") @Nullable String role) {}

  @GET
  @Operation(operationId = "GetHasuraAuth", summary = "Tell Hasura who asks, and in which role")
  @Parameter(
      name = "resource",
      in = ParameterIn.QUERY,
      required = true,
      description = "The indicator of the resource that the token must be for.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "unauthorizedRole",
      in = ParameterIn.QUERY,
      description = "The role of those who have not the one that is expected.",
      schema = @Schema(implementation = String.class))
  @APIResponse(responseCode = "401", description = "The role that is expected is not held.")
  public Variables get(@Context RoutingContext context) {
    HttpServerRequest request = context.request();
    Tenant tenant = tenants.resolve(request);
    Query query = Query.of(request);
    String resource = resource(query);
    Optional<String> unauthorized = query.text("unauthorizedRole");
    String expected = request.getHeader("Expected-Role");
    String header = request.getHeader("Authorization");
    Optional<String> user = tokens.subject(header, tenant, resource);
    boolean holds = expected != null && user.filter(id -> holds(tenant, id, expected)).isPresent();
    if (!holds && unauthorized.isPresent()) {
      return new Variables(
          user.or(() -> tokens.subject(header, tenant, null)).orElse(null), unauthorized.get());
    }
    if (!holds && expected != null) {
      throw AuthError.EXPECTED_ROLE_NOT_FOUND.exception();
    }
    return new Variables(user.orElse(null), expected);
  }

  private boolean holds(Tenant tenant, String user, String role) {
    return roles
        .list(tenant.id(), new RoleHolder.User(user), Search.NONE, Page.WHOLE)
        .items()
        .stream()
        .anyMatch(held -> held.name().equals(role));
  }

  private static String resource(Query query) {
    String resource = query.required("resource");
    if (resource.isEmpty()) {
      Issues issues = new Issues();
      issues.at("resource").tooSmall("string", 1);
      issues.throwIfAny("query");
    }
    return resource;
  }
}
