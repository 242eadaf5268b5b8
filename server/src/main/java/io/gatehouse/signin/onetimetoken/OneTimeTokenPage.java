package io.gatehouse.signin.onetimetoken;

import io.gatehouse.branding.page.Page;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord.OneTimeToken;
import io.gatehouse.interaction.step.consent.ConsentStep;
import io.gatehouse.interaction.step.identify.IdentifyStep;
import io.gatehouse.interaction.step.onetimetoken.OneTimeTokenStep;
import io.gatehouse.interaction.step.onetimetoken.OpenedLinks;
import io.gatehouse.interaction.step.register.RegisterStep;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.Ending;
import io.gatehouse.signin.SignedIn;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import io.gatehouse.user.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Sign in by a link from a message. The link only leads here: a program that looks into messages
 * opens links too, and must not use up the token.
 */
@Direct
@Path("/{page:one-time-token|switch-account}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class OneTimeTokenPage {
  private final Visit visit;
  private final Steps steps;
  private final Ending ending;
  private final SignedIn signedIn;

  OneTimeTokenPage(Visit visit, Steps steps, Ending ending, SignedIn signedIn) {
    this.visit = visit;
    this.steps = steps;
    this.ending = ending;
    this.signedIn = signedIn;
  }

  /** The steps of a sign-in by a token. */
  @Singleton
  record Steps(
      OneTimeTokenStep tokens,
      IdentifyStep identify,
      RegisterStep register,
      ConsentStep consent,
      VisitLog log) {}

  @GET
  public Response show() {
    return visit.show(journey -> {
      String email = email(journey);
      return email == null || token(journey) == null
          ? visit.go("/sign-in")
          : visit.page(new Page.OneTimeToken(email, other(email)));
    });
  }

  @POST
  public Response use(Form fields) {
    return visit.take(
        fields, form -> form.text("do").equals("stay") ? stay() : used(visit.journey(fresh())));
  }

  /** Who is signed in here and is not the one whom the link is for. */
  private Page.@Nullable Person other(String email) {
    return signedIn
        .at(visit)
        .filter(user -> !OpenedLinks.owns(user, email))
        .map(SignedIn::shown)
        .orElse(null);
  }

  /** Back to the application, as whoever is signed in already. */
  private Response stay() {
    Interaction interaction = visit.interaction();
    URI back = URI.create(interaction.request().path("redirectUri").asText());
    if (back.getRawAuthority() != null && String.valueOf(back.getScheme()).startsWith("http")) {
      return visit.to(back.getScheme() + "://" + back.getRawAuthority());
    }
    steps.consent().abort(visit.tenant().id(), interaction);
    return visit.resume();
  }

  private Response used(Journey journey) {
    String email = email(journey);
    String token = token(journey);
    if (email == null || token == null) {
      return visit.go("/sign-in");
    }
    OneTimeToken proof =
        steps
            .log()
            .of(
                journey,
                "Verification.OneTimeToken.Submit",
                () -> steps.tokens().verify(journey, Identifier.email(email), token));
    // The token is used up: what follows may fail, but the proof must not be lost.
    Journey kept = visit.save(journey, journey.state().with(proof));
    try {
      return ending.signIn(visit, kept.with(steps.identify().identify(kept, proof, false)));
    } catch (RequestException refusal) {
      if (refusal.code() != StepError.USER_NOT_FOUND) {
        throw refusal;
      }
      Journey turned = kept.with(kept.state().turned(InteractionEvent.REGISTER));
      return ending.register(visit, turned.with(steps.register().gather(turned, proof)));
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
