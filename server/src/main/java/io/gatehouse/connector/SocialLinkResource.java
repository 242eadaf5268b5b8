package io.gatehouse.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.connectors.SocialSession;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.User;
import io.gatehouse.user.administration.UserIdentities;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Links people to accounts that a social connector vouches for, over HTTP. */
@Path("/api/users/{id}/identities")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class SocialLinkResource {
  private final Connectors connectors;
  private final UserIdentities identities;
  private final Outside outside;
  private final ManagementCall call;

  SocialLinkResource(
      Connectors connectors, UserIdentities identities, Outside outside, ManagementCall call) {
    this.connectors = connectors;
    this.identities = identities;
    this.outside = outside;
    this.call = call;
  }

  @POST
  @Operation(
      operationId = "CreateUserIdentity",
      summary = "Link a person to the account that a connector vouches for")
  public Map<String, User.Identity> link(@PathParam("id") String id, ConnectorInput.Vouched input) {
    TenantId tenant = call.tenant();
    ConnectorInstance instance = connectors.get(tenant, input.connectorId());
    if (!(instance.factory() instanceof SocialConnector social)) {
      throw ConnectorError.NOT_SOCIAL.exception();
    }
    identities.all(tenant, id);
    SocialConnector.Answer answer =
        social.complete(
            new SocialCallback(input.connectorData(), SocialSession.Reader.unavailable()),
            instance.config(),
            outside);
    ObjectNode details = JsonCodec.mapper().valueToTree(answer.user());
    User.Identity identity = new User.Identity(details.path("id").asText(), details);
    identities.put(tenant, Actor.of(call), id, instance.target(), identity);
    return identities.all(tenant, id);
  }
}
