package io.gatehouse.account.page;

import io.gatehouse.account.gate.Part;
import io.gatehouse.account.security.FactorInputs;
import io.gatehouse.account.security.OwnFactors;
import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.branding.page.OwnFactorStep;
import io.gatehouse.branding.page.OwnFactorStep.KeptCode;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.user.mfa.BackupCodes;
import io.gatehouse.user.mfa.FactorType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Consumer;

/**
 * Have backup codes, new ones, or none any more. Nothing is kept of new ones until the person says
 * that they have them: the form brings them along.
 */
@Path(BackupCodesPage.PATH)
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
class BackupCodesPage {
  static final String PATH = AccountStep.HOME + "/backup-codes";
  private static final String MANAGE = PATH + "/manage";
  private static final String GENERATE = PATH + "/generate";
  private static final String REGENERATE = PATH + "/regenerate";

  private final AccountVisit visit;
  private final OwnFactors factors;

  BackupCodesPage(AccountVisit visit, OwnFactors factors) {
    this.visit = visit;
    this.factors = factors;
  }

  @GET
  @Path("/manage")
  public Response manage() {
    return visit.show(
        MANAGE,
        () -> {
          visit.call().gate().edits(Part.MFA).proved();
          List<KeptCode> codes =
              factors.codes(visit.call()).stream()
                  .map(kept -> new KeptCode(kept.code(), kept.usedAt() != null))
                  .toList();
          return codes.isEmpty() ? visit.go(GENERATE) : visit.page(new OwnFactorStep.Codes(codes));
        });
  }

  @GET
  @Path("/generate")
  public Response generate() {
    return fresh(GENERATE);
  }

  @GET
  @Path("/regenerate")
  public Response regenerate() {
    return fresh(REGENERATE);
  }

  @POST
  @Path("/generate")
  public Response keep(Form fields) {
    return kept(
        GENERATE,
        fields,
        codes ->
            factors.add(
                visit.call(),
                new FactorInputs.New(FactorInputs.Kind.BackupCode, null, null, codes, null, null)));
  }

  @POST
  @Path("/regenerate")
  public Response keepOthers(Form fields) {
    return kept(REGENERATE, fields, codes -> factors.replaceCodes(visit.call(), codes));
  }

  @POST
  @Path("/remove")
  public Response remove(Form fields) {
    return visit.take(
        MANAGE,
        fields,
        form -> {
          visit.call().gate().edits(Part.MFA).proved();
          factors.list(visit.call()).stream()
              .filter(factor -> factor.type() == FactorType.BackupCode)
              .forEach(factor -> factors.delete(visit.call(), factor.id()));
          return visit.done();
        });
  }

  private Response fresh(String path) {
    return visit.show(
        path,
        () -> {
          mayMake();
          return visit.page(page(path, Problems.NONE));
        });
  }

  private Response kept(String path, Form fields, Consumer<List<String>> keeping) {
    return visit.take(
        path,
        fields,
        form -> {
          mayMake();
          return visit.trying(
              () -> {
                keeping.accept(List.of(form.line("codes").split(" ")));
                return visit.done();
              },
              problems -> page(path, problems));
        });
  }

  private void mayMake() {
    visit.call().gate().edits(Part.MFA).proved();
    factors.require(visit.call(), Factor.BACKUP_CODE);
  }

  private static Page page(String path, Problems problems) {
    return new OwnFactorStep.NewCodes(path, BackupCodes.fresh(), problems);
  }
}
