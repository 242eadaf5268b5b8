package io.gatehouse.signin.mfa;

import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.branding.page.MfaStep.Leave;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord.Code;
import io.gatehouse.interaction.step.mfa.BindStep;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.FactorWay;
import io.gatehouse.signin.Form;
import io.gatehouse.signin.LoggedCodes;
import io.gatehouse.signin.Remarks;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Give an address that codes are to go to, and prove that it is yours. */
@Direct
@Path("/mfa-binding/{factor:EmailVerificationCode|PhoneVerificationCode}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class NewAddressPage {
  private final Visit visit;
  private final Setup setup;
  private final Steps steps;
  private final FactorWay way;
  private final InstantSource clock;

  NewAddressPage(Visit visit, Setup setup, Steps steps, FactorWay way, InstantSource clock) {
    this.visit = visit;
    this.setup = setup;
    this.steps = steps;
    this.way = way;
    this.clock = clock;
  }

  /** The steps of an address that is to be added. */
  @Singleton
  record Steps(LoggedCodes codes, BindStep bind) {}

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
            (leave, code) -> visit.page(codePage(journey, channel, code, Problems.NONE))));
  }

  @POST
  @Path("/verification-code")
  public Response verify(@PathParam("factor") String factor, Form fields) {
    Channel channel = Channel.of(factor);
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          String typed = form.text("code").replaceAll("[\\s-]", "");
          return underWay(
              journey, channel, (leave, code) -> verified(journey, channel, leave, code, typed));
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
    try {
      visit.save(journey, send(journey, channel, address));
      return visit.go(codePath(channel));
    } catch (RequestException refusal) {
      return visit.page(page(channel, typed, leave, remarks(refusal)));
    }
  }

  private InteractionState send(Journey journey, Channel channel, Identifier address) {
    InteractionState sent =
        steps.codes().send(journey, address, journey.state().interactionEvent());
    return sent.with(sent.memory().withSent(channel.factor(), clock.instant()));
  }

  private Response verified(
      Journey journey, Channel channel, Leave leave, Code code, String typed) {
    InteractionState proved;
    try {
      proved = steps.codes().verify(journey, code, typed);
    } catch (RequestException refusal) {
      return visit.page(codePage(journey, channel, code, remarks(refusal)));
    }
    // The code is used up: what follows may fail, but the proof must not be lost.
    Journey kept = visit.save(journey, proved);
    String address = code.identifier().value();
    return setup.bound(
        visit,
        kept,
        channel.factor(),
        () -> steps.bind().address(kept, channel.type(), code.id()),
        refusal -> visit.page(page(channel, address, leave, remarks(refusal))));
  }

  private Response sentAgain(Journey journey, Channel channel, Code code) {
    Duration wait = way.wait(journey, channel.factor());
    if (wait.isPositive()) {
      return visit.page(codePage(journey, channel, code, FactorWay.patience(wait)));
    }
    try {
      InteractionState sent = send(journey, channel, code.identifier());
      visit.save(journey, sent.with(sent.memory().withResent(true)));
      return visit.go(codePath(channel));
    } catch (RequestException refusal) {
      Problems problems = Problems.general(Problem.of(refusal));
      return visit.page(codePage(journey, channel, code, problems));
    }
  }

  private Response underWay(
      Journey journey, Channel channel, BiFunction<Leave, Code, Response> page) {
    return setup.offered(
        visit,
        journey,
        channel.factor(),
        leave -> {
          Optional<Code> code =
              journey.state().verificationRecords().stream()
                  .filter(Code.class::isInstance)
                  .map(Code.class::cast)
                  .filter(each -> each.identifier().type() == channel.type())
                  .findFirst();
          return code.isPresent()
              ? page.apply(leave, code.get())
              : visit.go(MfaStep.SETUP + "/" + channel.factor().wire());
        });
  }

  private static Problems remarks(RequestException refusal) {
    Problems problems = Remarks.about(refusal);
    if (problems == null) {
      throw refusal;
    }
    return problems;
  }

  private static MfaStep page(Channel channel, String typed, Leave leave, Problems problems) {
    return new MfaStep.NewAddress(channel.kind(), typed, leave, problems);
  }

  private static MfaStep codePage(Journey journey, Channel channel, Code code, Problems problems) {
    return new MfaStep.SentCode(
        true,
        channel.kind(),
        code.identifier().value(),
        journey.experience().verificationCodePolicy().life(),
        Boolean.TRUE.equals(journey.state().memory().resent()),
        false,
        problems);
  }

  private static String codePath(Channel channel) {
    return MfaStep.SETUP + "/" + channel.factor().wire() + "/verification-code";
  }
}
