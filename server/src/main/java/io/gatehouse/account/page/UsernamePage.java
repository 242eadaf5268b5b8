package io.gatehouse.account.page;

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
  private static final int LONGEST = 128;

  private final AccountVisit visit;
  private final OwnAccount account;

  UsernamePage(AccountVisit visit, OwnAccount account) {
    this.visit = visit;
    this.account = account;
  }

  @GET
  public Response show() {
    return visit.show(
        PATH,
        () -> {
          mayChange();
          return visit.page(page("", Problems.NONE));
        });
  }

  @POST
  public Response choose(Form fields) {
    return visit.take(
        PATH,
        fields,
        form -> {
          mayChange();
          String typed = form.line("identifier");
          Problem problem = problem(typed);
          return problem == null
              ? changed(typed, typed)
              : visit.page(page(typed, Problems.field("identifier", problem)));
        });
  }

  @POST
  @Path("/remove")
  public Response remove(Form fields) {
    return visit.take(
        PATH,
        fields,
        form -> {
          mayChange();
          return changed(null, "");
        });
  }

  private Response changed(@Nullable String username, String typed) {
    return visit.trying(
        () -> {
          account.change(
              visit.call(),
              new AccountInputs.Patch(Change.keep(), Change.keep(), Change.to(username), null));
          return visit.done();
        },
        problems -> page(typed, problems));
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

  private void mayChange() {
    visit.call().gate().edits(Part.USERNAME).proved();
  }

  private Page page(String typed, Problems problems) {
    return new AccountStep.Identify(
        IdentifierKind.USERNAME, visit.person().username(), typed, problems);
  }
}
