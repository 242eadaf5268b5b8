package io.gatehouse.signin.identify;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Methods;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.SignInExperience.TermsPolicy;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.step.Identification;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.identify.IdentifyStep;
import io.gatehouse.interaction.step.password.PasswordStep;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.signin.Ending;
import io.gatehouse.signin.Form;
import io.gatehouse.signin.Remarks;
import io.gatehouse.signin.Typed;
import io.gatehouse.signin.Visit;
import io.gatehouse.user.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Sign in with an identifier, and with a password where that is all that is asked for. */
@Path("/{page:sign-in|identifier-sign-in}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class SignInPage {
  private final Visit visit;
  private final PasswordStep password;
  private final IdentifyStep identify;
  private final Ending ending;
  private final FirstStep first;

  SignInPage(
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
      if (!journey.experience().signsIn()) {
        return visit.go("/register");
      }
      String hint = journey.interaction().parameter("login_hint");
      String typed = journey.state().memory().identifier();
      String value = typed == null ? hint == null ? "" : hint : typed;
      return visit.page(page(journey.experience(), value, Problems.NONE));
    });
  }

  @POST
  public Response submit(JsonNode fields) {
    return visit.take(fields, this::submitted);
  }

  private Response submitted(Form form) {
    Journey journey = visit.journey(InteractionState.begin(InteractionEvent.SIGN_IN));
    SignInExperience experience = journey.experience();
    String typed = form.line("identifier");
    if (experience.agreeToTermsPolicy() == TermsPolicy.MANUAL
        && asksForTerms(experience)
        && !form.checked("terms")) {
      return visit.page(
          page(experience, typed, Problems.field("terms", Problem.of("form.terms_required"))));
    }
    Identifier identifier = Typed.read(typed, types(experience));
    if (identifier == null) {
      return visit.page(page(experience, typed, Remarks.identifier(typed, types(experience))));
    }
    return asksForPassword(experience)
        ? withPassword(journey, identifier, form)
        : first.go(visit, journey, identifier);
  }

  private Response withPassword(Journey journey, Identifier identifier, Form form) {
    String typed = form.line("identifier");
    try {
      PasswordStep.Proved proved = password.verify(journey, identifier, form.text("password"));
      VerificationRecord record = proved.record();
      identify.allow(journey, record);
      InteractionState state =
          Identification.accepted(journey.state().with(record), proved.person().user());
      return ending.signIn(visit, journey.with(state), proved.person().user());
    } catch (RequestException refusal) {
      Problems problems = Remarks.about(refusal);
      if (problems != null) {
        return visit.page(page(journey.experience(), typed, problems));
      }
      throw refusal;
    }
  }

  private Page page(SignInExperience experience, String identifier, Problems problems) {
    return new Page.SignIn(
        Typed.kinds(types(experience)),
        asksForPassword(experience),
        identifier,
        terms(experience),
        first.ways(visit, true),
        problems);
  }

  private static List<IdentifierType> types(SignInExperience experience) {
    return experience.signIn().methods().stream()
        .filter(method -> method.password() || method.verificationCode())
        .map(Methods.Method::identifier)
        .toList();
  }

  private static boolean asksForPassword(SignInExperience experience) {
    return experience.signIn().methods().stream().noneMatch(Methods.Method::verificationCode);
  }

  private static boolean asksForTerms(SignInExperience experience) {
    return experience.termsOfUseUrl() != null || experience.privacyPolicyUrl() != null;
  }

  private static Page.Terms terms(SignInExperience experience) {
    return switch (experience.agreeToTermsPolicy()) {
      case AUTOMATIC -> Page.Terms.NOTICE;
      case MANUAL_REGISTRATION_ONLY -> Page.Terms.NONE;
      case MANUAL -> Page.Terms.CHECKBOX;
    };
  }
}
