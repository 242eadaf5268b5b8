package io.gatehouse.signin.identify;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.Identification;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PageMemory;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.identify.IdentifyStep;
import io.gatehouse.interaction.step.password.PasswordStep;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.Ending;
import io.gatehouse.signin.HumanTicket;
import io.gatehouse.signin.Remembered;
import io.gatehouse.signin.TermsBox;
import io.gatehouse.signin.Typed;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.SignInUser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sign in with an identifier, and with a password where that is all that is asked for. */
@Direct
@Path("/{page:sign-in|identifier-sign-in}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class SignInPage {
  private final Visit visit;
  private final Steps steps;
  private final Ending ending;
  private final FirstStep first;
  private final SignInView view;

  SignInPage(Visit visit, Steps steps, Ending ending, FirstStep first, SignInView view) {
    this.visit = visit;
    this.steps = steps;
    this.ending = ending;
    this.first = first;
    this.view = view;
  }

  /** The steps of a sign-in by password. */
  @Singleton
  record Steps(PasswordStep password, IdentifyStep identify, VisitLog log) {}

  @GET
  public Response show() {
    return visit.show(journey -> {
      if (visit.bringsToken()) {
        return visit.go("/one-time-token");
      }
      if (!journey.experience().signsIn()) {
        return visit.go("/register");
      }
      return visit.page(page(Remembered.identifier(journey, types()), Problems.NONE));
    });
  }

  @POST
  public Response submit(Form fields) {
    Identifier named = Typed.read(fields.line("identifier"), SignInView.types(visit.experience()));
    return visit.take(fields, named, this::submitted);
  }

  private Response submitted(Form form, Function<Identifier, Optional<SignInUser>> people) {
    Journey journey =
        visit.journey(
            InteractionState.begin(InteractionEvent.SIGN_IN)
                .with(PageMemory.EMPTY.withAccepted(form.checked("terms"))));
    SignInExperience experience = journey.experience();
    String typed = form.line("identifier");
    if (TermsBox.lacking(experience, form)) {
      return visit.page(page(typed, Problems.field("terms", Problem.of("form.terms_required"))));
    }
    return first
        .toEnterprise(visit, typed, form.checked("terms"))
        .orElseGet(() -> identified(journey, form, people));
  }

  private Response identified(
      Journey journey, Form form, Function<Identifier, Optional<SignInUser>> people) {
    String typed = form.line("identifier");
    SignInExperience experience = journey.experience();
    List<IdentifierType> types = types();
    Identifier identifier = Typed.read(typed, types);
    if (identifier == null) {
      return visit.page(page(typed, Remarks.identifier(typed, types)));
    }
    if (!SignInView.asksForPassword(experience, types)) {
      return onward(journey, identifier);
    }
    return form.text("password").isEmpty()
        ? visit.page(page(typed, Problems.field("password", Problem.of("form.required"))))
        : withPassword(journey, identifier, form, () -> people.apply(identifier));
  }

  private Response onward(Journey journey, Identifier identifier) {
    return Remarks.on(
        () -> first.go(visit, journey, identifier),
        problems -> visit.page(page(identifier.value(), problems)));
  }

  private Response withPassword(
      Journey attempt, Identifier identifier, Form form, Supplier<Optional<SignInUser>> person) {
    return Remarks.on(
        () -> {
          Journey journey = HumanTicket.use(visit, attempt);
          PasswordStep.Proved proved =
              steps
                  .log()
                  .of(
                      journey,
                      "Verification.Password.Submit",
                      () ->
                          steps
                              .password()
                              .verify(journey, identifier, form.text("password"), person));
          VerificationRecord record = proved.record();
          steps.identify().allow(journey, record);
          InteractionState state =
              Identification.accepted(journey.state().with(record), proved.person().user());
          return ending.signIn(visit, journey.with(state), proved.person());
        },
        problems -> {
          visit.remember(identifier);
          return first
              .recovery()
              .fromExpired(visit, identifier, problems)
              .orElseGet(() -> visit.page(page(form.line("identifier"), problems)));
        });
  }

  private List<IdentifierType> types() {
    return Typed.wanted(visit.interaction(), SignInView.types(visit.experience()));
  }

  private Page page(String identifier, Problems problems) {
    return view.of(visit.scene(), types(), identifier, problems);
  }
}
