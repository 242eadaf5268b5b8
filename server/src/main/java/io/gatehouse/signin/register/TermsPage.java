package io.gatehouse.signin.register;

import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.Ending;
import io.gatehouse.signin.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Accept the terms, for newcomers who have not passed the page for new accounts. */
@Direct
@Path("/register/terms")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class TermsPage {
  private final Visit visit;
  private final Ending ending;

  TermsPage(Visit visit, Ending ending) {
    this.visit = visit;
    this.ending = ending;
  }

  @GET
  public Response show() {
    return visit.show(journey ->
        joins(journey) ? visit.page(new Page.AcceptTerms(Problems.NONE)) : visit.go("/sign-in"));
  }

  @POST
  public Response accept(Form fields) {
    return visit.take(fields, this::accepted);
  }

  private Response accepted(Form form) {
    Journey journey = visit.journey();
    if (!joins(journey)) {
      return visit.go("/sign-in");
    }
    if (!form.checked("terms")) {
      return visit.page(
          new Page.AcceptTerms(Problems.field("terms", Problem.of("form.terms_required"))));
    }
    InteractionState state = journey.state();
    return ending.proceed(visit, journey.with(state.with(state.memory().withAccepted(true))));
  }

  private static boolean joins(Journey journey) {
    return journey.state().interactionEvent() == InteractionEvent.REGISTER;
  }
}
