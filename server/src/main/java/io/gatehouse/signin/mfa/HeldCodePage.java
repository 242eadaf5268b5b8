package io.gatehouse.signin.mfa;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.mfa.BackupCodeStep;
import io.gatehouse.interaction.step.mfa.Demand;
import io.gatehouse.interaction.step.mfa.TotpStep;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Type a code that is at hand: from an authenticator app, or one of those that were kept. */
@Direct
@Path("/mfa-verification/{factor:Totp|BackupCode}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class HeldCodePage {
  private final Visit visit;
  private final Proving proving;
  private final TotpStep totp;
  private final BackupCodeStep backupCodes;
  private final VisitLog log;

  HeldCodePage(
      Visit visit, Proving proving, TotpStep totp, BackupCodeStep backupCodes, VisitLog log) {
    this.visit = visit;
    this.proving = proving;
    this.totp = totp;
    this.backupCodes = backupCodes;
    this.log = log;
  }

  @GET
  public Response show(@PathParam("factor") String factor) {
    return visit.show(journey ->
        proving.asked(
            visit,
            journey,
            factor(factor),
            demand -> visit.page(page(journey, factor(factor), demand, null, Problems.NONE))));
  }

  @POST
  public Response verify(@PathParam("factor") String factor, Form fields) {
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          Factor chosen = factor(factor);
          return proving.asked(
              visit, journey, chosen, demand -> verified(journey, chosen, demand, form));
        });
  }

  private Response verified(Journey journey, Factor factor, Demand demand, Form form) {
    String code = form.compact("code");
    return Remarks.on(
        () ->
            log.of(
                journey,
                "Verification." + factor.wire() + ".Submit",
                () ->
                    factor == Factor.BACKUP_CODE
                        ? backupCodes.verify(journey, code.toLowerCase(Locale.ROOT))
                        : totp.verify(journey, code)),
        proved -> proving.shown(visit, journey, proved, form),
        problems -> visit.page(page(journey, factor, demand, form, problems)));
  }

  private MfaStep page(
      Journey journey, Factor factor, Demand demand, @Nullable Form form, Problems problems) {
    boolean backup = factor == Factor.BACKUP_CODE;
    return new MfaStep.HeldCode(
        backup, Proving.others(demand), backup ? null : proving.box().of(journey, form), problems);
  }

  private static Factor factor(String path) {
    return path.equals(Factor.BACKUP_CODE.wire()) ? Factor.BACKUP_CODE : Factor.TOTP;
  }
}
