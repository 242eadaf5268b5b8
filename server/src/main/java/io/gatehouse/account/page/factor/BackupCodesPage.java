package io.gatehouse.account.page.factor;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.Part;
import io.gatehouse.account.page.AccountVisit;
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
  private static final String REMOVE = PATH + "/remove";

  private final AccountVisit visit;
  private final OwnFactors factors;

  BackupCodesPage(AccountVisit visit, OwnFactors factors) {
    this.visit = visit;
    this.factors = factors;
  }

  @GET
  @Path("/manage")
  public Response manage() {
    return visit.answer(
        MANAGE,
        BackupCodesPage::mayChange,
        () -> {
          List<KeptCode> codes =
              factors.codes(visit.call()).stream()
                  .map(kept -> new KeptCode(kept.code(), kept.usedAt() != null))
                  .toList();
          return codes.isEmpty()
              ? visit.go(GENERATE)
              : visit.page(
                  new OwnFactorStep.Codes(codes, factors.offers(visit.call(), Factor.BACKUP_CODE)));
        });
  }

  @GET
  @Path("/generate")
  public Response generate() {
    return visit.show(GENERATE, this::mayMake, () -> page(GENERATE, Problems.NONE));
  }

  @GET
  @Path("/regenerate")
  public Response regenerate() {
    return visit.show(REGENERATE, this::mayMake, () -> page(REGENERATE, Problems.NONE));
  }

  @POST
  @Path("/generate")
  public Response keep(Form form) {
    return keep(
        GENERATE,
        form,
        codes ->
            factors.add(
                visit.call(),
                new FactorInputs.New(FactorInputs.Kind.BackupCode, null, null, codes, null, null)));
  }

  @POST
  @Path("/regenerate")
  public Response keepOthers(Form form) {
    return keep(REGENERATE, form, codes -> factors.replaceCodes(visit.call(), codes));
  }

  private Response keep(String path, Form form, Consumer<List<String>> keeping) {
    return visit.take(
        path,
        this::mayMake,
        form,
        () -> keeping.accept(List.of(form.line("codes").split(" "))),
        problems -> page(path, problems));
  }

  @GET
  @Path("/remove")
  public Response askToRemove() {
    return visit.show(REMOVE, BackupCodesPage::mayChange, () -> removal(Problems.NONE));
  }

  @POST
  @Path("/remove")
  public Response remove(Form form) {
    return visit.take(
        REMOVE,
        BackupCodesPage::mayChange,
        form,
        () ->
            factors.list(visit.call()).stream()
                .filter(factor -> factor.type() == FactorType.BackupCode)
                .forEach(factor -> factors.delete(visit.call(), factor.id())),
        BackupCodesPage::removal);
  }

  private static void mayChange(AccountCall call) {
    call.gate().edits(Part.MFA).proved();
  }

  private void mayMake(AccountCall call) {
    mayChange(call);
    factors.require(call, Factor.BACKUP_CODE);
  }

  private static Page page(String path, Problems problems) {
    return new OwnFactorStep.NewCodes(path, BackupCodes.fresh(), problems);
  }

  private static Page removal(Problems problems) {
    return new AccountStep.Removal(
        AccountStep.Thing.CODES,
        AccountStep.Words.phrase("account.codes.title"),
        REMOVE,
        MANAGE,
        problems);
  }
}
