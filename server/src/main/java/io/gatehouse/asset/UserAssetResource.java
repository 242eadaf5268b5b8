package io.gatehouse.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.http.Upload;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** Uploads, over HTTP. */
@Path("/api/user-assets")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "User assets")
class UserAssetResource {
  private final UserAssets assets;
  private final ManagementCall call;

  UserAssetResource(UserAssets assets, ManagementCall call) {
    this.assets = assets;
    this.call = call;
  }

  /** What may be uploaded. The database takes files, so that uploads are always ready. */
  record Status(
      String status,
      List<String> allowUploadMimeTypes,
      long maxUploadFileSize,
      @JsonProperty("isExperienceAvatarUploadEnabled") boolean avatars) {}

  /** Where an upload is found. */
  record Uploaded(String url) {}

  @GET
  @Path("/service-status")
  @Operation(operationId = "GetUserAssetServiceStatus", summary = "Tell what may be uploaded")
  public Status status() {
    return new Status("ready", assets.allowed(), Upload.MOST, true);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(operationId = "CreateUserAsset", summary = "Upload a picture or another file")
  public Uploaded upload(@RestForm("file") @Nullable List<FileUpload> files) {
    return new Uploaded(assets.keep(call.currentTenant(), Actor.of(call), Upload.first(files)));
  }

  /** A body of any other type has no file. */
  @POST
  @Operation(hidden = true)
  public Uploaded uploadNothing() {
    return upload(null);
  }
}
