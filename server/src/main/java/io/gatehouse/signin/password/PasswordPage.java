package io.gatehouse.signin.password;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Methods;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.Identification;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.identify.IdentifyStep;
import io.gatehouse.interaction.step.password.PasswordStep;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.Ending;
import io.gatehouse.signin.HumanTicket;
import io.gatehouse.signin.Typed;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.identify.FirstStep;
import io.gatehouse.user.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The password, after the identifier. */
@Direct
@Path("/sign-in/password")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class PasswordPage {
  private final Visit visit;
  private final PasswordStep password;
  private final IdentifyStep identify;
  private final Ending ending;
  private final FirstStep first;

  PasswordPage(
      Visit visit, PasswordStep password, IdentifyStep identify, Ending ending, FirstStep first) {
    this.visit = visit;
    this.password = password;
    this.identify = identify;
    this.ending = ending;
    this.first = first;
  }

  @GET
  public Response show() {
    return visit.show(journey -> {
      Identifier identifier = identifier(journey);
      return identifier == null
          ? visit.go("/sign-in")
          : visit.page(page(identifier, Problems.NONE));
    });
  }

  @POST
  public Response submit(Form fields) {
    return visit.take(fields, this::submitted);
  }

  private Response submitted(Form form) {
    Journey remembered = visit.journey();
    Identifier identifier = identifier(remembered);
    if (identifier == null) {
      return visit.go("/sign-in");
    }
    Journey attempt =
        remembered.with(
            InteractionState.begin(InteractionEvent.SIGN_IN).with(remembered.state().memory()));
    String typed = form.text("password");
    if (typed.isEmpty()) {
      return visit.page(page(identifier, Problems.field("password", Problem.of("form.required"))));
    }
    return Remarks.on(
        () -> proved(attempt, identifier, typed),
        problems ->
            first
                .recovery()
                .fromExpired(visit, identifier, problems)
                .orElseGet(() -> visit.page(page(identifier, problems))));
  }

  private Response proved(Journey attempt, Identifier identifier, String typed) {
    Journey journey = HumanTicket.use(visit, attempt);
    PasswordStep.Proved proved =
        first
            .log()
            .of(
                journey,
                "Verification.Password.Submit",
                () -> password.verify(journey, identifier, typed));
    identify.allow(journey, proved.record());
    InteractionState state =
        Identification.accepted(journey.state().with(proved.record()), proved.person().user());
    return ending.signIn(visit, journey.with(state), proved.person());
  }

  private Page page(Identifier identifier, Problems problems) {
    return new Page.Password(
        identifier.value(),
        visit
            .experience()
            .signIn()
            .of(identifier.type())
            .filter(Methods.Method::verificationCode)
            .isPresent(),
        visit.experience().passkeySignIn().afterIdentifier(),
        first.recovery().offered(visit.scene()),
        problems);
  }

  private static @Nullable Identifier identifier(Journey journey) {
    String typed = journey.state().memory().identifier();
    List<IdentifierType> types =
        journey.experience().signIn().methods().stream()
            .filter(Methods.Method::password)
            .map(Methods.Method::identifier)
            .toList();
    return typed == null ? null : Typed.read(typed, types);
  }
}
