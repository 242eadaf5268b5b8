package io.gatehouse.signin.password;

import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Page.Flow;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.PasswordHints;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.password.NewPassword;
import io.gatehouse.interaction.step.submit.SubmitStep;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.Ending;
import io.gatehouse.signin.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;

/** Choose a password: for a new account, one that lacks one, or in place of a forgotten one. */
@Direct
@Path("/{page:register/password|continue/password|forgot-password/reset}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class ChoosePasswordPage {
  private final Visit visit;
  private final NewPassword password;
  private final SubmitStep submit;
  private final Ending ending;

  ChoosePasswordPage(Visit visit, NewPassword password, SubmitStep submit, Ending ending) {
    this.visit = visit;
    this.password = password;
    this.submit = submit;
    this.ending = ending;
  }

  @GET
  public Response show(@PathParam("page") String page) {
    return visit.show(journey ->
        begun(journey)
            ? visit.page(page(flow(page), journey, Problems.NONE))
            : visit.go("/sign-in"));
  }

  @POST
  public Response choose(@PathParam("page") String page, Form fields) {
    return visit.take(fields, form -> chosen(flow(page), form));
  }

  private Response chosen(Flow flow, Form form) {
    Journey journey = visit.journey();
    if (!begun(journey)) {
      return visit.go("/sign-in");
    }
    String chosen = form.text("password");
    return Remarks.on(
        () -> {
          if (journey.state().interactionEvent() == InteractionEvent.FORGOT_PASSWORD) {
            submit.reset(journey.with(password.replace(journey, chosen)));
            return visit.go("/sign-in");
          }
          return ending.proceed(visit, journey.with(password.add(journey, chosen)));
        },
        problems -> visit.page(page(flow, journey, problems)));
  }

  private static boolean begun(Journey journey) {
    return journey.state().userId() != null
        || !journey.state().profile().identifiers().isEmpty()
        || journey.state().profile().socialIdentity() != null;
  }

  private static Page page(Flow flow, Journey journey, Problems problems) {
    return new Page.NewPassword(
        flow,
        Objects.requireNonNullElse(journey.state().memory().identifier(), ""),
        PasswordHints.of(journey.experience().passwordPolicy()),
        problems);
  }

  private static Flow flow(String page) {
    return switch (page) {
      case "register/password" -> Flow.REGISTER;
      case "forgot-password/reset" -> Flow.FORGOT_PASSWORD;
      default -> Flow.CONTINUE;
    };
  }
}
