package io.gatehouse.signin.profile;

import io.gatehouse.branding.page.Field;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.branding.profilefield.Question;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.profile.ExtraProfile;
import io.gatehouse.interaction.step.profile.ProfileStep;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.Ending;
import io.gatehouse.signin.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Asks newcomers what the tenant wants to know besides. */
@Direct
@Path("/continue/extra-profile")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class ExtraProfilePage {
  private final Visit visit;
  private final ExtraProfile extra;
  private final ProfileStep profile;
  private final Ending ending;

  ExtraProfilePage(Visit visit, ExtraProfile extra, ProfileStep profile, Ending ending) {
    this.visit = visit;
    this.extra = extra;
    this.profile = profile;
    this.ending = ending;
  }

  @GET
  public Response show() {
    return visit.show(journey ->
        ContinuePage.begun(journey)
            ? visit.page(
                page(
                    journey,
                    question -> question.ticked() ? "true" : extra.known(journey, question),
                    Problems.NONE))
            : visit.go("/sign-in"));
  }

  @POST
  public Response submit(Form fields) {
    return visit.take(fields, this::submitted);
  }

  private Response submitted(Form form) {
    Journey journey = visit.journey();
    if (!ContinuePage.begun(journey)) {
      return visit.go("/sign-in");
    }
    ExtraProfile.Answers answers = extra.read(journey, form::line);
    if (!answers.faults().isEmpty()) {
      Map<String, List<Problem>> problems = new LinkedHashMap<>();
      answers
          .faults()
          .forEach((name, fault) ->
              problems.put(name, List.of(new Problem(fault.code(), fault.values()))));
      return visit.page(
          page(journey, question -> form.line(question.name()), new Problems(null, problems)));
    }
    return ending.proceed(visit, journey.with(profile.extra(journey, answers.values())));
  }

  private Page page(Journey journey, Function<Question, String> values, Problems problems) {
    List<Field> fields =
        extra.questions(journey).stream()
            .map(question -> Field.of(question, values.apply(question)))
            .toList();
    return new Page.ExtraProfile(fields, problems);
  }
}
