package io.gatehouse.signin.code;

import io.gatehouse.branding.Methods;
import io.gatehouse.branding.page.IdentifierKind;
import io.gatehouse.branding.page.Page.Flow;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.branding.page.SentCode;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord.Code;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.CodePause;
import io.gatehouse.signin.LoggedCodes;
import io.gatehouse.signin.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Type the code that was sent, or ask for another. */
@Direct
@Path("/{flow:sign-in|register|forgot-password|continue}/verification-code")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class CodePage {
  private final Visit visit;
  private final LoggedCodes codes;
  private final CodePause pause;
  private final AfterCode after;

  CodePage(Visit visit, LoggedCodes codes, CodePause pause, AfterCode after) {
    this.visit = visit;
    this.codes = codes;
    this.pause = pause;
    this.after = after;
  }

  @GET
  public Response show(@PathParam("flow") String flow) {
    return visit.show(
        journey -> underWay(journey, (same, sent) -> page(flow(flow), same, sent, Problems.NONE)));
  }

  @POST
  public Response verify(@PathParam("flow") String flow, Form fields) {
    return visit.take(
        fields,
        form ->
            underWay(
                visit.journey(),
                (journey, sent) -> verified(flow(flow), journey, sent, form.compact("code"))));
  }

  @POST
  @Path("/resend")
  public Response resend(@PathParam("flow") String flow, Form fields) {
    return visit.take(
        fields,
        form -> underWay(visit.journey(), (journey, sent) -> sentAgain(flow(flow), journey, sent)));
  }

  @POST
  @Path("/send")
  public Response send(@PathParam("flow") String flow, Form fields) {
    return visit.take(fields, form -> after.sendInstead(visit));
  }

  private Response underWay(Journey journey, BiFunction<Journey, Code, Response> page) {
    Optional<Code> sent = LoggedCodes.underWay(journey.state());
    return sent.isPresent() ? page.apply(journey, sent.get()) : visit.go("/sign-in");
  }

  private Response verified(Flow flow, Journey journey, Code sent, String typed) {
    return Remarks.on(
        () -> codes.verify(journey, sent, typed),
        proved -> after.go(visit, journey.with(proved), flow),
        problems -> page(flow, journey, sent, problems));
  }

  private Response sentAgain(Flow flow, Journey journey, Code sent) {
    return pause.again(
        visit,
        journey,
        new CodePause.Another(
            sent.id(),
            () -> codes.sendAnother(journey, sent.identifier(), journey.state().interactionEvent()),
            path(flow),
            problems -> page(flow, journey, sent, problems)));
  }

  private Response page(Flow flow, Journey journey, Code sent, Problems problems) {
    IdentifierKind channel = IdentifierKind.valueOf(sent.identifier().type().name());
    return visit.page(
        new SentCode(
            path(flow),
            pause.told(journey, sent.id(), channel, sent.identifier().value()),
            links(flow, journey, sent, channel),
            problems));
  }

  private static List<SentCode.Link> links(
      Flow flow, Journey journey, Code sent, IdentifierKind channel) {
    List<SentCode.Link> links = new ArrayList<>();
    if (flow == Flow.SIGN_IN
        && journey
            .experience()
            .signIn()
            .of(sent.identifier().type())
            .filter(Methods.Method::password)
            .isPresent()) {
      links.add(new SentCode.Link("code.or_password", "/sign-in/password"));
    }
    if (flow == Flow.SIGN_IN && journey.experience().passkeySignIn().afterIdentifier()) {
      links.add(new SentCode.Link("passkey.link", "/sign-in/passkey"));
    }
    String before = flow == Flow.CONTINUE ? "/continue/" + channel.word() : "/" + flow.path();
    links.add(SentCode.Link.change(channel, before));
    return links;
  }

  private static String path(Flow flow) {
    return "/" + flow.path() + "/verification-code";
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
