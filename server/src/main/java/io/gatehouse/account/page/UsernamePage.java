package io.gatehouse.account.page;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.Part;
import io.gatehouse.account.profile.AccountInputs;
import io.gatehouse.account.profile.OwnAccount;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.branding.page.IdentifierKind;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.platform.input.Change;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Have another username, or none any more. */
@Path(UsernamePage.PATH)
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
class UsernamePage {
  static final String PATH = AccountStep.HOME + "/username";
  private static final String REMOVE = PATH + "/remove";
  private static final int LONGEST = 128;

  private final AccountVisit visit;
  private final OwnAccount account;

  UsernamePage(AccountVisit visit, OwnAccount account) {
    this.visit = visit;
    this.account = account;
  }

  @GET
  public Response show() {
    return visit.show(PATH, UsernamePage::mayChange, () -> page("", Problems.NONE));
  }

  @POST
  public Response choose(Form form) {
    String typed = form.line("identifier");
    Problem problem = problem(typed);
    if (problem != null) {
      Problems problems = Problems.field("identifier", problem);
      return visit.take(
          PATH, UsernamePage::mayChange, form, () -> visit.page(page(typed, problems)));
    }
    return visit.take(
        PATH,
        UsernamePage::mayChange,
        form,
        () -> change(typed),
        problems -> page(typed, problems));
  }

  @GET
  @Path("/remove")
  public Response askToRemove() {
    return visit.answer(
        REMOVE,
        UsernamePage::mayChange,
        () ->
            visit.person().username() == null
                ? visit.go(PATH)
                : visit.page(removal(Problems.NONE)));
  }

  @POST
  @Path("/remove")
  public Response remove(Form form) {
    return visit.take(REMOVE, UsernamePage::mayChange, form, () -> change(null), this::removal);
  }

  private void change(@Nullable String username) {
    account.change(
        visit.call(),
        new AccountInputs.Patch(Change.keep(), Change.keep(), Change.to(username), null));
  }

  /** What the Account API says of a body. */
  private static @Nullable Problem problem(String typed) {
    if (typed.isEmpty()) {
      return Problem.of("form.required");
    }
    if (typed.length() > LONGEST) {
      return Problem.of("user.username_too_long");
    }
    return typed.matches(AccountInputs.USERNAME)
        ? null
        : Problem.of(
            Character.isDigit(typed.charAt(0))
                ? "user.username_starts_with_number"
                : "user.username_invalid_charset_hard");
  }

  private static void mayChange(AccountCall call) {
    call.gate().edits(Part.USERNAME).proved();
  }

  private Page page(String typed, Problems problems) {
    return new AccountStep.Identify(
        IdentifierKind.USERNAME, visit.person().username(), typed, problems);
  }

  private Page removal(Problems problems) {
    return new AccountStep.Removal(
        AccountStep.Thing.USERNAME,
        AccountStep.Words.orNone(visit.person().username()),
        REMOVE,
        PATH,
        problems);
  }
}
