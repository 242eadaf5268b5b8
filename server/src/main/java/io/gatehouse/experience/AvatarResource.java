package io.gatehouse.experience;

import io.gatehouse.asset.UserAssets;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.platform.http.Upload;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** A newcomer's picture. */
@Path("/api/experience/user-assets/avatar")
@ExperienceApi
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experience")
public class AvatarResource {
  private final ExperienceCall call;
  private final UserAssets assets;

  AvatarResource(ExperienceCall call, UserAssets assets) {
    this.call = call;
    this.assets = assets;
  }

  /** Where the picture is found. */
  record Uploaded(String url) {}

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(operationId = "UploadExperienceAvatar", summary = "Upload a picture of a newcomer")
  public Uploaded upload(@RestForm("file") @Nullable List<FileUpload> files) {
    Journey journey = call.journey();
    switch (journey.state().interactionEvent()) {
      case FORGOT_PASSWORD -> throw StepError.NOT_FOR_FORGOT_PASSWORD.exception();
      case SIGN_IN -> throw StepError.INVALID_EVENT.exception();
      case REGISTER -> {}
    }
    return new Uploaded(assets.keepAvatar(journey.tenant(), journey.name(), Upload.first(files)));
  }

  /** A body of any other type has no file. */
  @POST
  @Operation(hidden = true)
  public Uploaded uploadNothing() {
    return upload(null);
  }
}
