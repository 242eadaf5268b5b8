package io.gatehouse.branding.preview;

import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Previews of sign-in settings, over HTTP: an addition of ours to the convention. */
@Path("/api/sign-in-previews")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in experience")
class PreviewResource {
  private final SignInPreviews previews;
  private final ManagementCall call;

  PreviewResource(SignInPreviews previews, ManagementCall call) {
    this.previews = previews;
    this.call = call;
  }

  @POST
  @Operation(
      operationId = "CreateSignInPreview",
      summary = "Look at sign-in settings before they are saved",
      description =
          "The answered link shows the hosted pages in these settings for ten minutes, as pictures"
              + " that do nothing. Its query: page (sign-in, register, password, new-password,"
              + " code, second-step, second-step-setup, passkey, forgot-password, consent, suspended,"
              + " unknown-session), language, and theme (light, dark).")
  public SignInPreviews.Link make(PreviewInput input) {
    return previews.make(call.tenant(), call.caller().id(), input);
  }
}
