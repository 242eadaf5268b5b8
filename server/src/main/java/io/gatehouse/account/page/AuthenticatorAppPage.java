package io.gatehouse.account.page;

import io.gatehouse.account.gate.Part;
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

  private final AccountVisit visit;
  private final OwnFactors factors;

  AuthenticatorAppPage(AccountVisit visit, OwnFactors factors) {
    this.visit = visit;
    this.factors = factors;
  }

  @GET
  public Response show() {
    return visit.show(
        PATH,
        () -> {
          mayChange();
          return visit.page(
              present().isPresent()
                  ? new OwnFactorStep.App()
                  : page(PATH, SecondFactors.freshSecret(), Problems.NONE));
        });
  }

  @GET
  @Path("/replace")
  public Response showAnother() {
    return visit.show(
        REPLACE,
        () -> {
          mayChange();
          return visit.page(page(REPLACE, SecondFactors.freshSecret(), Problems.NONE));
        });
  }

  @POST
  public Response add(Form fields) {
    return visit.take(
        PATH,
        fields,
        form -> {
          mayChange();
          String secret = form.line("secret");
          return visit.trying(
              () -> {
                factors.add(
                    visit.call(),
                    new FactorInputs.New(
                        FactorInputs.Kind.Totp, secret, form.compact("code"), null, null, null));
                return visit.done();
              },
              problems -> page(PATH, secret, problems));
        });
  }

  @POST
  @Path("/replace")
  public Response replace(Form fields) {
    return visit.take(
        REPLACE,
        fields,
        form -> {
          mayChange();
          String secret = form.line("secret");
          return visit.trying(
              () -> {
                factors.replaceApp(
                    visit.call(), new FactorInputs.App(secret, form.compact("code")));
                return visit.done();
              },
              problems -> page(REPLACE, secret, problems));
        });
  }

  @POST
  @Path("/remove")
  public Response remove(Form fields) {
    return visit.take(
        PATH,
        fields,
        form -> {
          visit.call().gate().edits(Part.MFA).proved();
          present().ifPresent(app -> factors.delete(visit.call(), app.id()));
          return visit.done();
        });
  }

  private void mayChange() {
    visit.call().gate().edits(Part.MFA).proved();
    if (present().isEmpty()) {
      factors.require(visit.call(), Factor.TOTP);
    }
  }

  private Optional<MfaFactor> present() {
    return factors.list(visit.call()).stream()
        .filter(factor -> factor.type() == FactorType.Totp)
        .findFirst();
  }

  /** A secret that is none came from no page of ours. */
  private Page page(String path, String sent, Problems problems) {
    String secret = sent.matches("[A-Z2-7]{16,32}") ? sent : SecondFactors.freshSecret();
    SecondFactors.Shared shared =
        SecondFactors.shared(secret, visit.tenant().endpoint().getHost(), visit.person());
    return new OwnFactorStep.NewApp(path, shared.secret(), shared.secretQrCode(), problems);
  }
}
