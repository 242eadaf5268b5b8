package io.gatehouse.signin.mfa;

import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.branding.page.MfaStep.Leave;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.branding.page.SentCode;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord.Code;
import io.gatehouse.interaction.step.mfa.BindStep;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.CodePause;
import io.gatehouse.signin.LoggedCodes;
import io.gatehouse.signin.Typed;
import io.gatehouse.signin.Visit;
import io.gatehouse.user.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Give an address that codes are to go to, and prove that it is yours. */
@Direct
@Path("/mfa-binding/{factor:EmailVerificationCode|PhoneVerificationCode}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class NewAddressPage {
  private final Visit visit;
  private final Setup setup;
  private final Steps steps;

  NewAddressPage(Visit visit, Setup setup, Steps steps) {
    this.visit = visit;
    this.setup = setup;
    this.steps = steps;
  }

  /** The steps of an address that is to be added. */
  @Singleton
  record Steps(LoggedCodes codes, CodePause pause, BindStep bind) {}

  @GET
  public Response show(@PathParam("factor") String factor) {
    Channel channel = Channel.of(factor);
    return visit.show(journey ->
        setup.offered(
            visit,
            journey,
            channel.factor(),
            leave -> visit.page(page(channel, "", leave, Problems.NONE))));
  }

  @POST
  public Response send(@PathParam("factor") String factor, Form fields) {
    Channel channel = Channel.of(factor);
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          return setup.offered(
              visit,
              journey,
              channel.factor(),
              leave -> sent(journey, channel, leave, form.line("identifier")));
        });
  }

  @GET
  @Path("/verification-code")
  public Response showCode(@PathParam("factor") String factor) {
    Channel channel = Channel.of(factor);
    return visit.show(journey ->
        underWay(
            journey,
            channel,
            (leave, code) -> codePage(journey, channel, code, null, Problems.NONE)));
  }

  @POST
  @Path("/verification-code")
  public Response verify(@PathParam("factor") String factor, Form fields) {
    Channel channel = Channel.of(factor);
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          return underWay(
              journey,
              channel,
              (leave, code) -> verified(journey, new Proof(channel, leave, code), form));
        });
  }

  @POST
  @Path("/verification-code/resend")
  public Response resend(@PathParam("factor") String factor, Form fields) {
    Channel channel = Channel.of(factor);
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          return underWay(journey, channel, (leave, code) -> sentAgain(journey, channel, code));
        });
  }

  private Response sent(Journey journey, Channel channel, Leave leave, String typed) {
    Identifier address = Typed.read(typed, List.of(channel.type()));
    if (address == null) {
      return visit.page(
          page(channel, typed, leave, Remarks.identifier(typed, List.of(channel.type()))));
    }
    return Remarks.on(
        () -> steps.codes().send(visit, journey, address, purpose(journey)),
        sent -> {
          visit.save(journey, sent);
          return visit.go(codePath(channel));
        },
        problems -> visit.page(page(channel, typed, leave, problems)));
  }

  /** A code on its way to an address that is to be added. */
  private record Proof(Channel channel, Leave leave, Code code) {}

  private Response verified(Journey journey, Proof proof, Form form) {
    return Remarks.on(
        () -> steps.codes().verify(journey, proof.code(), form.compact("code")),
        // The code is used up: what follows may fail, but the proof must not be lost.
        proved -> added(visit.save(journey, proved), proof, form),
        problems -> codePage(journey, proof.channel(), proof.code(), form, problems));
  }

  private Response added(Journey journey, Proof proof, Form form) {
    Channel channel = proof.channel();
    String id = proof.code().id();
    String typed = proof.code().identifier().value();
    return setup.bound(
        visit,
        journey,
        channel.factor(),
        () -> setup.box().noted(journey, steps.bind().address(journey, channel.type(), id), form),
        problems -> visit.page(page(channel, typed, proof.leave(), problems)));
  }

  private Response sentAgain(Journey journey, Channel channel, Code code) {
    return steps
        .pause()
        .again(
            visit,
            journey,
            new CodePause.Another(
                code.id(),
                () -> steps.codes().sendAnother(journey, code.identifier(), purpose(journey)),
                codePath(channel),
                problems -> codePage(journey, channel, code, null, problems)));
  }

  private Response underWay(
      Journey journey, Channel channel, BiFunction<Leave, Code, Response> page) {
    return setup.offered(
        visit,
        journey,
        channel.factor(),
        leave -> {
          Optional<Code> code =
              LoggedCodes.underWay(journey.state())
                  .filter(each -> each.identifier().type() == channel.type());
          return code.isPresent() ? page.apply(leave, code.get()) : visit.go(path(channel));
        });
  }

  private static MfaStep page(Channel channel, String typed, Leave leave, Problems problems) {
    return new MfaStep.NewAddress(channel.kind(), typed, leave, problems);
  }

  private Response codePage(
      Journey journey, Channel channel, Code code, @Nullable Form form, Problems problems) {
    return visit.page(
        new SentCode(
            codePath(channel),
            steps.pause().told(journey, code.id(), channel.kind(), code.identifier().value()),
            List.of(SentCode.Link.change(channel.kind(), path(channel))),
            setup.box().of(journey, form),
            problems));
  }

  private static InteractionEvent purpose(Journey journey) {
    return journey.state().interactionEvent();
  }

  private static String path(Channel channel) {
    return MfaStep.SETUP + "/" + channel.factor().wire();
  }

  private static String codePath(Channel channel) {
    return path(channel) + "/verification-code";
  }
}
