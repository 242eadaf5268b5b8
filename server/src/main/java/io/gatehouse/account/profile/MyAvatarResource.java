package io.gatehouse.account.profile;

import io.gatehouse.account.gate.AccountApi;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountScopes;
import io.gatehouse.account.gate.Part;
import io.gatehouse.asset.UserAssets;
import io.gatehouse.platform.http.Upload;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** A picture for one's own account, over HTTP. The account itself is not changed by it. */
@Path("/api/my-account/user-assets/avatar")
@AccountApi
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My account")
class MyAvatarResource {
  private final UserAssets assets;
  private final AccountCall call;

  MyAvatarResource(UserAssets assets, AccountCall call) {
    this.assets = assets;
    this.call = call;
  }

  /** Where the picture is found. */
  record Uploaded(String url) {}

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @APIResponse(responseCode = "429", description = "The person has sent too many pictures.")
  @Operation(operationId = "UploadAccountAvatar", summary = "Upload a picture of oneself")
  public Uploaded upload(@RestForm("file") @Nullable List<FileUpload> files) {
    call.gate().scope401(AccountScopes.PROFILE).firstParty().edits(Part.AVATAR);
    return new Uploaded(
        assets.keepAvatar(call.currentTenant(), call.userId(), Upload.first(files)));
  }

  /** A body of any other type has no file. */
  @POST
  @Operation(hidden = true)
  public Uploaded uploadNothing() {
    return upload(null);
  }
}
