package io.gatehouse.signin.mfa;

import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.branding.page.SentCode;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord.MfaCode;
import io.gatehouse.interaction.step.mfa.Demand;
import io.gatehouse.interaction.step.mfa.MfaCodeStep;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.CodePause;
import io.gatehouse.signin.FactorWay;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Type the code that was sent to the account's own address, or ask for another. */
@Direct
@Path("/mfa-verification/{factor:EmailVerificationCode|PhoneVerificationCode}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class SentCodePage {
  private final Visit visit;
  private final Proving proving;
  private final Steps steps;
  private final VisitLog log;

  SentCodePage(Visit visit, Proving proving, Steps steps, VisitLog log) {
    this.visit = visit;
    this.proving = proving;
    this.steps = steps;
    this.log = log;
  }

  /** The steps of a code to the account's own address. */
  @Singleton
  record Steps(MfaCodeStep codes, CodePause pause, FactorWay way) {}

  /** What is asked for, and the code on its way that would prove it. */
  private record Asked(Journey journey, Channel channel, Demand demand, MfaCode code) {
    String path() {
      return MfaStep.PROOF + "/" + channel.factor().wire();
    }
  }

  @GET
  public Response show(@PathParam("factor") String factor) {
    return visit.show(
        journey -> asked(journey, Channel.of(factor), asked -> page(asked, null, Problems.NONE)));
  }

  @POST
  public Response verify(@PathParam("factor") String factor, Form fields) {
    return visit.take(
        fields, form -> asked(visit.journey(), Channel.of(factor), asked -> verified(asked, form)));
  }

  @POST
  @Path("/resend")
  public Response resend(@PathParam("factor") String factor, Form fields) {
    return visit.take(fields, form -> asked(visit.journey(), Channel.of(factor), this::sentAgain));
  }

  /** Where no code is on its way, all ways are shown: asking for one is the person's to do. */
  private Response asked(Journey journey, Channel channel, Function<Asked, Response> page) {
    return proving.asked(
        visit,
        journey,
        channel.factor(),
        demand -> {
          Optional<MfaCode> code = FactorWay.underWay(journey.state(), channel.factor());
          return code.isPresent()
              ? page.apply(new Asked(journey, channel, demand, code.get()))
              : visit.go(MfaStep.PROOF);
        });
  }

  private Response verified(Asked asked, Form form) {
    Journey journey = asked.journey();
    Channel channel = asked.channel();
    return Remarks.on(
        () ->
            log.of(
                journey,
                "Verification.Mfa" + channel.factor().wire() + ".Submit",
                () ->
                    steps
                        .codes()
                        .verify(journey, channel.type(), asked.code().id(), form.compact("code"))),
        proved -> proving.shown(visit, journey, proved, form),
        problems -> page(asked, form, problems));
  }

  private Response sentAgain(Asked asked) {
    Journey journey = asked.journey();
    return steps
        .pause()
        .again(
            visit,
            journey,
            new CodePause.Another(
                asked.code().id(),
                () -> steps.way().send(journey, asked.channel().factor()),
                asked.path(),
                problems -> page(asked, null, problems)));
  }

  private Response page(Asked asked, @Nullable Form form, Problems problems) {
    Channel channel = asked.channel();
    String address = asked.demand().maskedIdentifiers().getOrDefault(channel.factor(), "");
    return visit.page(
        new SentCode(
            asked.path(),
            steps.pause().told(asked.journey(), asked.code().id(), channel.kind(), address),
            links(asked.demand()),
            proving.box().of(asked.journey(), form),
            problems));
  }

  private static List<SentCode.Link> links(Demand demand) {
    SentCode.Link anew = new SentCode.Link("mfa.somebody_else", "/sign-in");
    return Proving.others(demand)
        ? List.of(new SentCode.Link("mfa.others", MfaStep.PROOF), anew)
        : List.of(anew);
  }
}
