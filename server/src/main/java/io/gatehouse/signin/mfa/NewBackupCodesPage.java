package io.gatehouse.signin.mfa;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.mfa.BackupCodeStep;
import io.gatehouse.interaction.step.mfa.BackupCodeStep.Generated;
import io.gatehouse.interaction.step.mfa.BindStep;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Keep a set of backup codes: they are shown until they are kept, and never again. */
@Direct
@Path("/mfa-binding/BackupCode")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class NewBackupCodesPage {
  private final Visit visit;
  private final Setup setup;
  private final BackupCodeStep backupCodes;
  private final BindStep bind;
  private final VisitLog log;

  NewBackupCodesPage(
      Visit visit, Setup setup, BackupCodeStep backupCodes, BindStep bind, VisitLog log) {
    this.visit = visit;
    this.setup = setup;
    this.backupCodes = backupCodes;
    this.bind = bind;
    this.log = log;
  }

  @GET
  public Response show() {
    return visit.show(journey ->
        setup.offered(
            visit,
            journey,
            Factor.BACKUP_CODE,
            leave ->
                visit.page(new MfaStep.NewBackupCodes(generated(journey).codes(), Problems.NONE))));
  }

  /** The same as a file, a code a line. */
  @GET
  @Path("/codes.txt")
  public Response file() {
    return visit.show(journey ->
        setup.offered(visit, journey, Factor.BACKUP_CODE, leave -> file(generated(journey))));
  }

  @POST
  public Response keep(Form fields) {
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          return setup.offered(visit, journey, Factor.BACKUP_CODE, leave -> kept(journey));
        });
  }

  private Response kept(Journey journey) {
    return backupCodes
        .generated(journey)
        .map(shown ->
            setup.bound(
                visit,
                journey,
                Factor.BACKUP_CODE,
                () -> bind.backupCodes(journey, shown.verificationId()),
                problems -> null))
        .orElseGet(() -> visit.go(MfaStep.SETUP + "/" + Factor.BACKUP_CODE.wire()));
  }

  private Generated generated(Journey journey) {
    return backupCodes
        .generated(journey)
        .orElseGet(() -> {
          Generated fresh =
              log.of(
                  journey, "Verification.BackupCode.Create", () -> backupCodes.generate(journey));
          visit.save(journey, fresh.state());
          return fresh;
        });
  }

  private static Response file(Generated shown) {
    return Response.ok(String.join("\r\n", shown.codes()) + "\r\n")
        .header("Content-Type", "text/plain; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"backup-codes.txt\"")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .build();
  }
}
