package io.gatehouse.signin.onetimetoken;

import io.gatehouse.branding.page.Page;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord.OneTimeToken;
import io.gatehouse.interaction.step.identify.IdentifyStep;
import io.gatehouse.interaction.step.onetimetoken.OneTimeTokenStep;
import io.gatehouse.interaction.step.register.RegisterStep;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.Ending;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import io.gatehouse.user.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sign in by a link from a message. The link only leads here: a program that looks into messages
 * opens links too, and must not use up the token.
 */
@Direct
@Path("/one-time-token")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class OneTimeTokenPage {
  private final Visit visit;
  private final OneTimeTokenStep tokens;
  private final IdentifyStep identify;
  private final RegisterStep register;
  private final Ending ending;
  private final VisitLog log;

  OneTimeTokenPage(
      Visit visit,
      OneTimeTokenStep tokens,
      IdentifyStep identify,
      RegisterStep register,
      Ending ending,
      VisitLog log) {
    this.visit = visit;
    this.tokens = tokens;
    this.identify = identify;
    this.register = register;
    this.ending = ending;
    this.log = log;
  }

  @GET
  public Response show() {
    return visit.show(journey -> {
      String email = email(journey);
      return email == null || token(journey) == null
          ? visit.go("/sign-in")
          : visit.page(new Page.OneTimeToken(email));
    });
  }

  @POST
  public Response use(Form fields) {
    return visit.take(fields, form -> used(visit.journey(fresh())));
  }

  private Response used(Journey journey) {
    String email = email(journey);
    String token = token(journey);
    if (email == null || token == null) {
      return visit.go("/sign-in");
    }
    OneTimeToken proof =
        log.of(
            journey,
            "Verification.OneTimeToken.Submit",
            () -> tokens.verify(journey, Identifier.email(email), token));
    // The token is used up: what follows may fail, but the proof must not be lost.
    Journey kept = visit.save(journey, journey.state().with(proof));
    try {
      return ending.signIn(visit, kept.with(identify.identify(kept, proof, false)));
    } catch (RequestException refusal) {
      if (refusal.code() != StepError.USER_NOT_FOUND) {
        throw refusal;
      }
      Journey turned = kept.with(kept.state().turned(InteractionEvent.REGISTER));
      return ending.register(visit, turned.with(register.gather(turned, proof)));
    }
  }

  private static InteractionState fresh() {
    return InteractionState.begin(InteractionEvent.SIGN_IN);
  }

  private static @Nullable String email(Journey journey) {
    return journey.interaction().parameter("login_hint");
  }

  private static @Nullable String token(Journey journey) {
    return journey.interaction().parameter("one_time_token");
  }
}
