package io.gatehouse.signin.profile;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.profile.ProfileStep;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.Ending;
import io.gatehouse.signin.LoggedCodes;
import io.gatehouse.signin.Typed;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.identify.FirstStep;
import io.gatehouse.user.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Asks for the username or the address that an account still needs. */
@Direct
@Path("/continue/{item:username|email|phone|emailOrPhone}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class ContinuePage {
  private final Visit visit;
  private final ProfileStep profile;
  private final LoggedCodes codes;
  private final Ending ending;
  private final FirstStep first;

  ContinuePage(
      Visit visit, ProfileStep profile, LoggedCodes codes, Ending ending, FirstStep first) {
    this.visit = visit;
    this.profile = profile;
    this.codes = codes;
    this.ending = ending;
    this.first = first;
  }

  @GET
  public Response show(@PathParam("item") String item) {
    return visit.show(journey ->
        begun(journey)
            ? visit.page(page(types(item), given(journey, item), Problems.NONE))
            : visit.go("/sign-in"));
  }

  @POST
  public Response submit(@PathParam("item") String item, Form fields) {
    return visit.take(fields, form -> submitted(item, form));
  }

  private Response submitted(String item, Form form) {
    Journey journey = visit.journey();
    if (!begun(journey)) {
      return visit.go("/sign-in");
    }
    List<IdentifierType> types = types(item);
    String typed = form.line("identifier");
    Identifier identifier = Typed.read(typed, types);
    if (identifier == null) {
      return visit.page(page(types, typed, Remarks.identifier(typed, types)));
    }
    return Remarks.on(
        () ->
            identifier.type() == IdentifierType.USERNAME
                ? ending.proceed(visit, journey.with(profile.username(journey, typed)))
                : withCode(journey, identifier),
        problems -> visit.page(page(types, typed, problems)));
  }

  private Response withCode(Journey journey, Identifier identifier) {
    InteractionState sent =
        codes.send(visit, journey, identifier, journey.state().interactionEvent());
    visit.save(journey, sent.with(sent.memory().withIdentifier(identifier.value())));
    return visit.go("/continue/verification-code");
  }

  /** Whether somebody is known, or about to become somebody. */
  static boolean begun(Journey journey) {
    return journey.state().userId() != null
        || !journey.state().profile().identifiers().isEmpty()
        || journey.state().profile().socialIdentity() != null;
  }

  /** The address that was given before, by somebody who has come back to mend it. */
  private static String given(Journey journey, String item) {
    String typed = journey.state().memory().identifier();
    List<IdentifierType> types = types(item);
    return typed != null
            && !types.contains(IdentifierType.USERNAME)
            && Typed.read(typed, types) != null
        ? typed
        : "";
  }

  private Page page(List<IdentifierType> types, String value, Problems problems) {
    String provider = first.provider(visit, visit.journey());
    return new Page.Continue(Typed.kinds(types), value, provider, problems);
  }

  private static List<IdentifierType> types(String item) {
    return switch (item) {
      case "username" -> List.of(IdentifierType.USERNAME);
      case "email" -> List.of(IdentifierType.EMAIL);
      case "phone" -> List.of(IdentifierType.PHONE);
      default -> List.of(IdentifierType.EMAIL, IdentifierType.PHONE);
    };
  }
}
