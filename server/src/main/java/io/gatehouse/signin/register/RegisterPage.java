package io.gatehouse.signin.register;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.UsernameRules;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PageMemory;
import io.gatehouse.interaction.step.password.NewPassword;
import io.gatehouse.interaction.step.profile.ProfileStep;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.Ending;
import io.gatehouse.signin.HumanTicket;
import io.gatehouse.signin.LoggedCodes;
import io.gatehouse.signin.Remembered;
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

/** Create an account with a username and a password, or with an address that is proved first. */
@Direct
@Path("/{page:register|identifier-register}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class RegisterPage {
  private final Visit visit;
  private final Steps steps;
  private final Ending ending;
  private final RegisterView view;

  RegisterPage(Visit visit, Steps steps, Ending ending, RegisterView view) {
    this.visit = visit;
    this.steps = steps;
    this.ending = ending;
    this.view = view;
  }

  /** The steps of a registration. */
  @jakarta.inject.Singleton
  record Steps(NewPassword password, ProfileStep profile, LoggedCodes codes, FirstStep first) {}

  @GET
  public Response show() {
    return visit.show(journey -> {
      if (visit.bringsToken()) {
        return visit.go("/one-time-token");
      }
      if (!journey.experience().registers()) {
        return visit.go("/sign-in");
      }
      return visit.page(page(Remembered.identifier(journey, types()), Problems.NONE));
    });
  }

  @POST
  public Response submit(Form fields) {
    return visit.take(fields, this::submitted);
  }

  private Response submitted(Form form) {
    SignInExperience experience = visit.experience();
    if (!experience.registers()) {
      return visit.go("/sign-in");
    }
    String typed = form.line("identifier");
    if (experience.newcomersAcceptTerms() && !form.checked("terms")) {
      return visit.page(page(typed, Problems.field("terms", Problem.of("form.terms_required"))));
    }
    return steps
        .first()
        .toEnterprise(visit, typed, form.checked("terms"))
        .orElseGet(() -> registered(typed, form));
  }

  private Response registered(String typed, Form form) {
    List<IdentifierType> types = types();
    Identifier identifier = Typed.read(typed, types);
    if (identifier == null) {
      return visit.page(page(typed, Remarks.identifier(typed, types)));
    }
    Journey attempt =
        visit.journey(
            InteractionState.begin(InteractionEvent.REGISTER)
                .with(PageMemory.EMPTY.withAccepted(form.checked("terms"))));
    return Remarks.on(
        () -> {
          Journey journey = HumanTicket.use(visit, attempt);
          return identifier.type() == IdentifierType.USERNAME
              ? withName(journey, identifier.value(), form)
              : withCode(journey, identifier);
        },
        problems -> visit.page(page(typed, problems)));
  }

  private Response withName(Journey journey, String name, Form form) {
    if (UsernameRules.check(journey.experience().usernamePolicy(), name)
        instanceof UsernameRules.Fault fault) {
      throw fault.exception();
    }
    InteractionState named = steps.profile().username(journey, name);
    if (!journey.experience().signUp().password()) {
      return ending.register(visit, journey.with(named));
    }
    return ending.register(
        visit, journey.with(steps.password().add(journey.with(named), form.text("password"))));
  }

  private Response withCode(Journey journey, Identifier identifier) {
    InteractionState sent =
        steps.codes().send(visit, journey, identifier, InteractionEvent.REGISTER);
    visit.save(journey, sent.with(sent.memory().withIdentifier(identifier.value())));
    return visit.go("/register/verification-code");
  }

  private Page page(String identifier, Problems problems) {
    return view.of(visit.scene(), types(), identifier, problems);
  }

  private List<IdentifierType> types() {
    return Typed.wanted(visit.interaction(), visit.experience().signUp().identifiers());
  }
}
