package io.gatehouse.experience;

import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.user.UserKeys;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which enterprise connectors an address's domain belongs to: none, as long as there are none. */
@Path("/api/experience/sso-connectors")
@ExperienceApi
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experience")
public class SsoConnectorsResource {
  private final ExperienceCall call;

  SsoConnectorsResource(ExperienceCall call) {
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "GetEnabledSsoConnectors",
      summary = "List the enterprise connectors of an address")
  public Map<String, List<String>> list() {
    String email = Query.of(call.request()).required("email");
    if (!UserKeys.looksLikeEmail(email)) {
      Issues issues = new Issues();
      issues.at("email").wrongText("email");
      issues.throwIfAny("query");
    }
    return Map.of("connectorIds", List.of());
  }
}
