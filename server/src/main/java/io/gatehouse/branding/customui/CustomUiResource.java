package io.gatehouse.branding.customui;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
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

/** Archives of sign-in pages, over HTTP. */
@Path("/api/sign-in-exp/default/custom-ui-assets")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in experience")
class CustomUiResource {
  private final CustomUis uis;
  private final ManagementCall call;

  CustomUiResource(CustomUis uis, ManagementCall call) {
    this.uis = uis;
    this.call = call;
  }

  /** What the sign-in settings name it by. */
  record Kept(String customUiAssetId) {}

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      operationId = "UploadCustomUiAssets",
      summary = "Upload sign-in pages of your own, as a zip")
  public Kept upload(@RestForm("file") @Nullable List<FileUpload> files) {
    return new Kept(uis.keep(call.tenant(), Actor.of(call), Upload.first(files)));
  }

  /** A body of any other type has no file. */
  @POST
  @Operation(hidden = true)
  public Kept uploadNothing() {
    return upload(null);
  }
}
