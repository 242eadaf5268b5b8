package io.gatehouse.signin.code;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Methods;
import io.gatehouse.branding.page.IdentifierKind;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Page.Flow;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord.Code;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.Form;
import io.gatehouse.signin.LoggedCodes;
import io.gatehouse.signin.Remarks;
import io.gatehouse.signin.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Type the code that was sent, or ask for another. */
@Direct
@Path("/{flow:sign-in|register|forgot-password|continue}/verification-code")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class CodePage {
  private final Visit visit;
  private final LoggedCodes codes;
  private final AfterCode after;

  CodePage(Visit visit, LoggedCodes codes, AfterCode after) {
    this.visit = visit;
    this.codes = codes;
    this.after = after;
  }

  @GET
  public Response show(@PathParam("flow") String flow) {
    return visit.show(journey -> {
      Optional<Code> sent = journey.state().record(Code.class);
      return sent.isEmpty()
          ? visit.go("/sign-in")
          : visit.page(page(flow(flow), journey, sent.get(), Problems.NONE));
    });
  }

  @POST
  public Response verify(@PathParam("flow") String flow, Form fields) {
    return visit.take(fields, form -> verified(flow(flow), form));
  }

  @POST
  @Path("/resend")
  public Response resend(@PathParam("flow") String flow, Form fields) {
    return visit.take(fields, form -> sentAgain(flow(flow)));
  }

  @POST
  @Path("/send")
  public Response send(@PathParam("flow") String flow, Form fields) {
    return visit.take(fields, form -> after.sendInstead(visit));
  }

  private Response verified(Flow flow, Form form) {
    Journey journey = visit.journey();
    Optional<Code> sent = journey.state().record(Code.class);
    if (sent.isEmpty()) {
      return visit.go("/sign-in");
    }
    String typed = form.text("code").replaceAll("[\\s-]", "");
    try {
      InteractionState state = codes.verify(journey, sent.get(), typed);
      return after.go(visit, journey.with(state), flow);
    } catch (RequestException refusal) {
      Problems problems = Remarks.about(refusal);
      if (problems == null) {
        throw refusal;
      }
      return visit.page(page(flow, journey, sent.get(), problems));
    }
  }

  private Response sentAgain(Flow flow) {
    Journey journey = visit.journey();
    Optional<Code> sent = journey.state().record(Code.class);
    if (sent.isEmpty()) {
      return visit.go("/sign-in");
    }
    try {
      InteractionState state =
          codes.send(journey, sent.get().identifier(), journey.state().interactionEvent());
      visit.save(journey, state.with(state.memory().withResent(true)));
      return visit.go("/" + flow.path() + "/verification-code");
    } catch (RequestException refusal) {
      return visit.page(page(flow, journey, sent.get(), Problems.general(Problem.of(refusal))));
    }
  }

  private static Page page(Flow flow, Journey journey, Code sent, Problems problems) {
    IdentifierType type = sent.identifier().type();
    boolean orPassword =
        flow == Flow.SIGN_IN
            && journey.experience().signIn().of(type).filter(Methods.Method::password).isPresent();
    return new Page.Code(
        flow,
        IdentifierKind.valueOf(type.name()),
        sent.identifier().value(),
        journey.experience().verificationCodePolicy().life(),
        Boolean.TRUE.equals(journey.state().memory().resent()),
        orPassword,
        problems);
  }

  private static Flow flow(String path) {
    return switch (path) {
      case "register" -> Flow.REGISTER;
      case "forgot-password" -> Flow.FORGOT_PASSWORD;
      case "continue" -> Flow.CONTINUE;
      default -> Flow.SIGN_IN;
    };
  }
}
