package io.gatehouse.account.page.profile;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.Part;
import io.gatehouse.account.page.AccountVisit;
import io.gatehouse.account.profile.AccountInputs;
import io.gatehouse.account.profile.OwnAccount;
import io.gatehouse.asset.UserAssets;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.platform.http.Upload;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.json.JsonCodec;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Have another picture, or none any more. */
@Path(PicturePage.PATH)
@RunOnVirtualThread
class PicturePage {
  static final String PATH = ProfilePage.PATH + "/picture";

  private final AccountVisit visit;
  private final OwnAccount account;
  private final UserAssets assets;

  PicturePage(AccountVisit visit, OwnAccount account, UserAssets assets) {
    this.visit = visit;
    this.account = account;
    this.assets = assets;
  }

  @GET
  public Response show() {
    return visit.show(PATH, PicturePage::mayChange, () -> page(Problems.NONE));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(
      @RestForm("form_token") @Nullable String token,
      @RestForm("file") @Nullable List<FileUpload> files) {
    Form form = new Form(JsonCodec.object().put("form_token", token));
    return visit.take(
        PATH,
        PicturePage::mayChange,
        form,
        () ->
            isEmpty(files)
                ? visit.page(page(Problems.field("file", Problem.of("form.required"))))
                : visit.trying(() -> uploaded(Upload.first(files)), this::page));
  }

  /** Browsers send a file without name or content where none was chosen. */
  private static boolean isEmpty(@Nullable List<FileUpload> files) {
    return files == null || files.isEmpty() || files.getFirst().size() == 0;
  }

  private Response uploaded(Upload upload) {
    return changed(assets.keepAvatar(visit.tenant(), visit.call().userId(), upload));
  }

  @POST
  @Path("/remove")
  @Consumes(MediaType.WILDCARD)
  public Response remove(Form form) {
    return visit.take(PATH, PicturePage::mayChange, form, () -> changed(null));
  }

  /** Of the picture before, what was sent here is no longer kept. */
  private Response changed(@Nullable String avatar) {
    String before = visit.person().avatar();
    account.change(
        visit.call(),
        new AccountInputs.Patch(Change.keep(), Change.to(avatar), Change.keep(), null));
    if (before != null) {
      assets.dropAvatar(visit.tenant(), visit.call().userId(), before);
    }
    return visit.doneThen(ProfilePage.PATH);
  }

  private static void mayChange(AccountCall call) {
    call.gate().edits(Part.AVATAR);
  }

  private Page page(Problems problems) {
    return new AccountStep.Picture(visit.shownPerson(), Upload.MOST >> 20, problems);
  }
}
