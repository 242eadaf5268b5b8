package io.gatehouse.experience;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.interaction.OneTapCookie;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.social.PromptBrowser;
import io.gatehouse.interaction.step.social.SocialStep;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.Cookie;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Proofs by an account at a social provider. */
@Path("/api/experience/verification/social/{connectorId}")
@ExperienceApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experience")
public class SocialResource {
  private final ExperienceCall call;
  private final SocialStep social;

  SocialResource(ExperienceCall call, SocialStep social) {
    this.call = call;
    this.social = social;
  }

  @POST
  @Path("/authorization-uri")
  @Operation(operationId = "CreateSocialVerification", summary = "Go to a social provider")
  public Map<String, String> start(
      @PathParam("connectorId") String connectorId, Inputs.SocialStart body) {
    Journey journey = call.journey();
    return call.logged(
        journey.state().interactionEvent(),
        "Verification.Social.Create",
        () -> {
          SocialStep.Started started =
              social.start(
                  journey,
                  new SocialStep.Trip(connectorId, body.state(), body.redirectUri(), headers()));
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
  @Operation(operationId = "VerifySocialVerification", summary = "Come back from the provider")
  public Map<String, String> verify(
      @PathParam("connectorId") String connectorId, Inputs.SocialReturn body) {
    Journey journey = call.journey();
    return call.logged(
        journey.state().interactionEvent(),
        "Verification.Social.Submit",
        () -> {
          if (social.byPrompt(journey, connectorId, body.connectorData())) {
            return byPrompt(journey, connectorId, body.connectorData());
          }
          SocialStep.Taken taken = social.take(journey, connectorId, body.verificationId());
          Journey kept = call.save(journey, taken.state());
          call.save(kept, social.complete(kept, taken, body.connectorData()));
          return Map.of("verificationId", taken.record().id());
        });
  }

  private Map<String, String> byPrompt(Journey journey, String connectorId, ObjectNode data) {
    String credential = data.path(SocialStep.CREDENTIAL).textValue();
    PromptBrowser.require(call.tenant(), data, this::cookie);
    SocialStep.Proved proved = social.vouched(journey, connectorId, credential);
    call.save(journey, proved.state());
    call.request().response().headers().add("Set-Cookie", OneTapCookie.cleared(journey.tenant()));
    return Map.of("verificationId", proved.verificationId());
  }

  private @Nullable String cookie(String name) {
    Cookie cookie = call.request().getCookie(name);
    return cookie == null ? null : cookie.getValue();
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    call.request()
        .headers()
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return headers;
  }
}
