package io.gatehouse.experience;

import io.gatehouse.enterprise.saml.ArrivalCookie;
import io.gatehouse.enterprise.saml.SamlArrivals;
import io.gatehouse.enterprise.signon.Trip;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.sso.SsoStep;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.Cookie;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proofs by an enterprise's provider. */
@Path("/api/experience/verification/sso/{connectorId}")
@ExperienceApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experience")
public class SsoResource {
  private final ExperienceCall call;
  private final SsoStep sso;

  SsoResource(ExperienceCall call, SsoStep sso) {
    this.call = call;
    this.sso = sso;
  }

  @POST
  @Path("/authorization-uri")
  @Operation(
      operationId = "CreateEnterpriseSsoVerification",
      summary = "Go to an enterprise's provider")
  public Map<String, String> start(
      @PathParam("connectorId") String connectorId, Inputs.SocialStart body) {
    Journey journey = call.journey();
    return call.logged(
        journey.state().interactionEvent(),
        "Verification.EnterpriseSso.Create",
        () -> {
          SsoStep.Started started =
              sso.start(
                  journey,
                  connectorId,
                  new Trip(body.state(), body.redirectUri(), null, held(journey)));
          call.save(journey, started.state());
          return Map.of(
              "authorizationUri",
              started.address().toString(),
              "verificationId",
              started.verificationId());
        });
  }

  @POST
  @Path("/verify")
  @Operation(
      operationId = "VerifyEnterpriseSsoVerification",
      summary = "Come back from the enterprise's provider")
  public Map<String, String> verify(
      @PathParam("connectorId") String connectorId, Inputs.SsoReturn body) {
    Journey journey = call.journey();
    return call.logged(
        journey.state().interactionEvent(),
        "Verification.EnterpriseSso.Submit",
        () -> {
          SsoStep.Taken taken = sso.take(journey, connectorId, body.verificationId());
          Journey kept = call.save(journey, taken.state());
          call.save(kept, sso.complete(kept, taken, body.connectorData()));
          return Map.of("verificationId", taken.record().id());
        });
  }

  /** What shows that the person has come from their enterprise's provider; it counts once. */
  private SamlArrivals.Held held(Journey journey) {
    Cookie cookie = call.request().getCookie(call.tenant().cookie(ArrivalCookie.NAME));
    if (cookie != null) {
      call.request().response().headers().add("Set-Cookie", ArrivalCookie.cleared(call.tenant()));
    }
    return new SamlArrivals.Held(
        cookie == null ? null : cookie.getValue(), journey.interaction().applicationId());
  }
}
