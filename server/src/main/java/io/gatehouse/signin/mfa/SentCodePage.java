package io.gatehouse.signin.mfa;

import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord.MfaCode;
import io.gatehouse.interaction.step.mfa.Demand;
import io.gatehouse.interaction.step.mfa.MfaCodeStep;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.FactorWay;
import io.gatehouse.signin.Form;
import io.gatehouse.signin.Remarks;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/** Type the code that was sent to the account's own address, or ask for another. */
@Direct
@Path("/mfa-verification/{factor:EmailVerificationCode|PhoneVerificationCode}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class SentCodePage {
  private final Visit visit;
  private final Proving proving;
  private final MfaCodeStep codes;
  private final FactorWay way;
  private final VisitLog log;

  SentCodePage(Visit visit, Proving proving, MfaCodeStep codes, FactorWay way, VisitLog log) {
    this.visit = visit;
    this.proving = proving;
    this.codes = codes;
    this.way = way;
    this.log = log;
  }

  @GET
  public Response show(@PathParam("factor") String factor) {
    Channel channel = Channel.of(factor);
    return visit.show(journey ->
        sent(
            journey,
            channel,
            (demand, code) -> visit.page(page(journey, channel, demand, Problems.NONE))));
  }

  @POST
  public Response verify(@PathParam("factor") String factor, Form fields) {
    Channel channel = Channel.of(factor);
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          String typed = form.text("code").replaceAll("[\\s-]", "");
          return sent(
              journey,
              channel,
              (demand, code) -> verified(journey, channel, demand, code.id(), typed));
        });
  }

  @POST
  @Path("/resend")
  public Response resend(@PathParam("factor") String factor, Form fields) {
    Channel channel = Channel.of(factor);
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          return sent(journey, channel, (demand, code) -> sentAgain(journey, channel, demand));
        });
  }

  /** Where no code is on its way, all ways are shown: asking for one is the person's to do. */
  private Response sent(
      Journey journey, Channel channel, BiFunction<Demand, MfaCode, Response> page) {
    return proving.asked(
        visit,
        journey,
        channel.factor(),
        demand -> {
          Optional<MfaCode> code = FactorWay.underWay(journey, channel.factor());
          return code.isPresent() ? page.apply(demand, code.get()) : visit.go(MfaStep.PROOF);
        });
  }

  private Response verified(
      Journey journey, Channel channel, Demand demand, String id, String typed) {
    InteractionState proved;
    try {
      proved =
          log.of(
              journey,
              "Verification.Mfa" + channel.factor().wire() + ".Submit",
              () -> codes.verify(journey, channel.type(), id, typed));
    } catch (RequestException refusal) {
      Problems problems = Remarks.about(refusal);
      if (problems == null) {
        throw refusal;
      }
      return visit.page(page(journey, channel, demand, problems));
    }
    return proving.shown(visit, journey, proved);
  }

  private Response sentAgain(Journey journey, Channel channel, Demand demand) {
    Duration wait = way.wait(journey, channel.factor());
    if (wait.isPositive()) {
      return visit.page(page(journey, channel, demand, FactorWay.patience(wait)));
    }
    try {
      InteractionState sent = way.send(journey, channel.factor());
      visit.save(journey, sent.with(sent.memory().withResent(true)));
      return visit.go(MfaStep.PROOF + "/" + channel.factor().wire());
    } catch (RequestException refusal) {
      Problems problems = Problems.general(Problem.of(refusal));
      return visit.page(page(journey, channel, demand, problems));
    }
  }

  private static MfaStep page(Journey journey, Channel channel, Demand demand, Problems problems) {
    return new MfaStep.SentCode(
        false,
        channel.kind(),
        demand.maskedIdentifiers().getOrDefault(channel.factor(), ""),
        journey.experience().verificationCodePolicy().life(),
        Boolean.TRUE.equals(journey.state().memory().resent()),
        Proving.others(demand),
        problems);
  }
}
