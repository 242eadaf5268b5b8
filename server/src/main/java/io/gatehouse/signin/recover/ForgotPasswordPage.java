package io.gatehouse.signin.recover;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.HumanTicket;
import io.gatehouse.signin.LoggedCodes;
import io.gatehouse.signin.Remembered;
import io.gatehouse.signin.Typed;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.identify.Recovery;
import io.gatehouse.user.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Ask for a code to the address of the account; whether there is one is not told. */
@Direct
@Path("/{page:forgot-password|reset-password}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class ForgotPasswordPage {
  private final Visit visit;
  private final LoggedCodes codes;
  private final Recovery recovery;

  ForgotPasswordPage(Visit visit, LoggedCodes codes, Recovery recovery) {
    this.visit = visit;
    this.codes = codes;
    this.recovery = recovery;
  }

  @GET
  public Response show() {
    return visit.show(journey -> {
      if (!recovery.offered(visit.scene())) {
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
    List<IdentifierType> types = types();
    String typed = form.line("identifier");
    Identifier identifier = Typed.read(typed, types);
    if (identifier == null) {
      return visit.page(page(typed, Remarks.identifier(typed, types)));
    }
    Journey attempt = visit.journey(InteractionState.begin(InteractionEvent.FORGOT_PASSWORD));
    return Remarks.on(
        () -> {
          Journey journey = HumanTicket.use(visit, attempt);
          InteractionState sent =
              codes.send(visit, journey, identifier, InteractionEvent.FORGOT_PASSWORD);
          visit.save(journey, sent.with(sent.memory().withIdentifier(identifier.value())));
          return visit.go("/forgot-password/verification-code");
        },
        problems -> visit.page(page(typed, problems)));
  }

  private Page page(String identifier, Problems problems) {
    return recovery.page(visit, identifier, problems);
  }

  private List<IdentifierType> types() {
    return recovery.types(visit);
  }
}
