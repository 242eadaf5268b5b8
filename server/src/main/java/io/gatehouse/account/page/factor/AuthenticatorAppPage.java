package io.gatehouse.account.page.factor;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.Part;
import io.gatehouse.account.page.AccountVisit;
import io.gatehouse.account.security.FactorInputs;
import io.gatehouse.account.security.OwnFactors;
import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.branding.page.OwnFactorStep;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.user.mfa.FactorType;
import io.gatehouse.user.mfa.MfaFactor;
import io.gatehouse.user.mfa.SecondFactors;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Have an authenticator app, another one, or none any more. Of a secret nothing is kept until a
 * code has come of it: the form brings it along.
 */
@Path(AuthenticatorAppPage.PATH)
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
class AuthenticatorAppPage {
  static final String PATH = AccountStep.HOME + "/authenticator-app";
  private static final String REPLACE = PATH + "/replace";
  private static final String REMOVE = PATH + "/remove";

  private final AccountVisit visit;
  private final OwnFactors factors;

  AuthenticatorAppPage(AccountVisit visit, OwnFactors factors) {
    this.visit = visit;
    this.factors = factors;
  }

  @GET
  public Response show() {
    return visit.show(
        PATH, this::mayHave, () -> present().isPresent() ? new OwnFactorStep.App() : fresh(PATH));
  }

  @GET
  @Path("/replace")
  public Response showAnother() {
    return visit.show(REPLACE, this::mayHave, () -> fresh(REPLACE));
  }

  @POST
  public Response add(Form form) {
    return keep(
        PATH,
        form,
        app ->
            factors.add(
                visit.call(),
                new FactorInputs.New(
                    FactorInputs.Kind.Totp, app.secret(), app.code(), null, null, null)));
  }

  @POST
  @Path("/replace")
  public Response replace(Form form) {
    return keep(REPLACE, form, app -> factors.replaceApp(visit.call(), app));
  }

  private Response keep(String path, Form form, Consumer<FactorInputs.App> keeping) {
    FactorInputs.App app = new FactorInputs.App(form.line("secret"), form.compact("code"));
    return visit.take(
        path,
        this::mayHave,
        form,
        () -> keeping.accept(app),
        problems -> page(path, app.secret(), problems));
  }

  @GET
  @Path("/remove")
  public Response askToRemove() {
    return visit.show(REMOVE, AuthenticatorAppPage::mayChange, () -> removal(Problems.NONE));
  }

  @POST
  @Path("/remove")
  public Response remove(Form form) {
    return visit.take(
        REMOVE,
        AuthenticatorAppPage::mayChange,
        form,
        () -> present().ifPresent(app -> factors.delete(visit.call(), app.id())),
        AuthenticatorAppPage::removal);
  }

  private static Page removal(Problems problems) {
    return new AccountStep.Removal(
        AccountStep.Thing.APP, AccountStep.Words.phrase("mfa.factor.totp"), REMOVE, PATH, problems);
  }

  private static void mayChange(AccountCall call) {
    call.gate().edits(Part.MFA).proved();
  }

  /** One that is there may be replaced, whatever the tenant offers today. */
  private void mayHave(AccountCall call) {
    mayChange(call);
    if (present().isEmpty()) {
      factors.require(call, Factor.TOTP);
    }
  }

  private Optional<MfaFactor> present() {
    return factors.list(visit.call()).stream()
        .filter(factor -> factor.type() == FactorType.Totp)
        .findFirst();
  }

  private Page fresh(String path) {
    return page(path, SecondFactors.freshSecret(), Problems.NONE);
  }

  /** A secret that is none came from no page of ours. */
  private Page page(String path, String sent, Problems problems) {
    String secret = sent.matches("[A-Z2-7]{16,32}") ? sent : SecondFactors.freshSecret();
    SecondFactors.Shared shared =
        SecondFactors.shared(secret, visit.tenant().endpoint().getHost(), visit.person());
    return new OwnFactorStep.NewApp(path, shared.secret(), shared.secretQrCode(), problems);
  }
}
