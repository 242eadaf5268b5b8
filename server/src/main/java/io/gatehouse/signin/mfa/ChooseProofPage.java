package io.gatehouse.signin.mfa;

import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.mfa.Demand;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.FactorWay;
import io.gatehouse.signin.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Choose how to prove that it is you. */
@Direct
@Path("/mfa-verification")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class ChooseProofPage {
  private final Visit visit;
  private final Proving proving;
  private final FactorWay way;

  ChooseProofPage(Visit visit, Proving proving, FactorWay way) {
    this.visit = visit;
    this.proving = proving;
    this.way = way;
  }

  @GET
  public Response show() {
    return visit.show(journey ->
        proving.asked(
            visit, journey, demand -> visit.page(FactorWay.choose(demand, Problems.NONE))));
  }

  @POST
  public Response choose(Form fields) {
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          return proving.asked(visit, journey, demand -> chosen(journey, demand, form));
        });
  }

  private Response chosen(Journey journey, Demand demand, Form form) {
    return demand.availableFactors().stream()
        .filter(factor -> factor.wire().equals(form.text("factor")))
        .findFirst()
        .map(factor -> way.prove(visit, journey, demand, factor))
        .orElseGet(() -> visit.page(FactorWay.choose(demand, Problems.NONE)));
  }
}
