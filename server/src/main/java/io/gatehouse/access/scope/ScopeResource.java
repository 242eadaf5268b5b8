package io.gatehouse.access.scope;

import io.gatehouse.access.ResourceId;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The scopes of an API resource, over HTTP. */
@Path("/api/resources")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Resources")
class ScopeResource {
  private static final Map<String, String> SEARCHABLE =
      Map.of("id", "id", "name", "name", "description", "description");

  private final Scopes scopes;
  private final ManagementCall call;

  ScopeResource(Scopes scopes, ManagementCall call) {
    this.scopes = scopes;
    this.call = call;
  }

  @GET
  @Path("/{resourceId}/scopes")
  @Paged(searchable = true)
  @Operation(operationId = "ListResourceScopes", summary = "List the scopes of an API resource")
  public List<Scope> list(@PathParam("resourceId") ResourceId resource) {
    Page page = call.page();
    Search search = Search.of(call.query(), SEARCHABLE);
    return call.answer(page, scopes.list(call.tenant(), resource, search, page));
  }

  @POST
  @Path("/{resourceId}/scopes")
  @ResponseStatus(201)
  @Operation(operationId = "CreateResourceScope", summary = "Add a scope to an API resource")
  public Scope create(@PathParam("resourceId") ResourceId resource, ScopeInput input) {
    return scopes.create(call.tenant(), Actor.of(call), resource, input);
  }

  @PATCH
  @Path("/{resourceId}/scopes/{scopeId}")
  @Operation(operationId = "UpdateResourceScope", summary = "Change a scope")
  public Scope change(
      @PathParam("resourceId") ResourceId resource,
      @PathParam("scopeId") ScopeId id,
      ScopePatch patch) {
    return scopes.change(call.tenant(), Actor.of(call), resource, id, patch);
  }

  @DELETE
  @Path("/{resourceId}/scopes/{scopeId}")
  @Operation(operationId = "DeleteResourceScope", summary = "Delete a scope")
  public void delete(
      @PathParam("resourceId") ResourceId resource, @PathParam("scopeId") ScopeId id) {
    scopes.delete(call.tenant(), Actor.of(call), resource, id);
  }
}
