package io.gatehouse.experience;

import io.gatehouse.enterprise.SsoButton;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.sso.SsoDomains;
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

/** Which connectors an address's people sign in by, at their enterprise. */
@Path("/api/experience/sso-connectors")
@ExperienceApi
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experience")
public class SsoConnectorsResource {
  private final ExperienceCall call;
  private final SsoDomains domains;

  SsoConnectorsResource(ExperienceCall call, SsoDomains domains) {
    this.call = call;
    this.domains = domains;
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
    Journey journey = call.journey(InteractionState.begin(InteractionEvent.SIGN_IN));
    return Map.of("connectorIds", domains.of(journey, email).stream().map(SsoButton::id).toList());
  }
}
