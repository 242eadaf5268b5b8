package io.gatehouse.account.page;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.Part;
import io.gatehouse.account.profile.OwnAccount;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.PasswordHints;
import io.gatehouse.user.User;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Choose a password, the first or another. */
@Path(PasswordPage.PATH)
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
class PasswordPage {
  static final String PATH = AccountStep.HOME + "/password";
  private static final int LONGEST = 1024;

  private final AccountVisit visit;
  private final OwnAccount account;
  private final SignInExperiences experiences;

  PasswordPage(AccountVisit visit, OwnAccount account, SignInExperiences experiences) {
    this.visit = visit;
    this.account = account;
    this.experiences = experiences;
  }

  @GET
  public Response show() {
    return visit.show(PATH, PasswordPage::mayChange, () -> page(Problems.NONE));
  }

  @POST
  public Response choose(Form form) {
    String password = form.text("password");
    if (password.isEmpty() || password.length() > LONGEST) {
      Problems problems = Problems.field("password", Problem.of("form.required"));
      return visit.take(PATH, PasswordPage::mayChange, form, () -> visit.page(page(problems)));
    }
    return visit.take(
        PATH,
        PasswordPage::mayChange,
        form,
        () -> account.setPassword(visit.call(), password),
        this::page);
  }

  /** Whoever has nothing to prove it with may set a first password without. */
  private static void mayChange(AccountCall call) {
    call.gate().edits(Part.PASSWORD).provedWherePossible();
  }

  private Page page(Problems problems) {
    User user = visit.person();
    return new AccountStep.Password(
        ProofPage.identifier(user),
        user.hasPassword(),
        PasswordHints.of(experiences.of(visit.call().tenant()).passwordPolicy()),
        problems);
  }
}
