package io.gatehouse.branding.captcha;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The captcha provider, over HTTP. */
@Path("/api/captcha-provider")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Captcha provider")
class CaptchaProviderResource {
  private final CaptchaProviders providers;
  private final ManagementCall call;

  CaptchaProviderResource(CaptchaProviders providers, ManagementCall call) {
    this.providers = providers;
    this.call = call;
  }

  @GET
  @Answers(CaptchaProvider.View.class)
  @Operation(operationId = "GetCaptchaProvider", summary = "Read the provider with its keys")
  @APIResponse(responseCode = "404", description = "None is configured.")
  public CaptchaProvider get() {
    return providers.get(call.tenant());
  }

  @PUT
  @Answers(CaptchaProvider.View.class)
  @Operation(
      operationId = "UpdateCaptchaProvider",
      summary = "Configure the provider; the sign-in settings switch it on")
  public CaptchaProvider put(CaptchaProvider.Configured input) {
    return providers.put(call.tenant(), Actor.of(call), input.config());
  }

  @DELETE
  @Operation(
      operationId = "DeleteCaptchaProvider",
      summary = "Delete the provider and switch captchas off")
  @APIResponse(responseCode = "404", description = "Not answered: a deletion of nothing succeeds.")
  public void delete() {
    providers.delete(call.tenant(), Actor.of(call));
  }
}
