package io.gatehouse.signin.identify;

import io.gatehouse.branding.ConnectorKinds;
import io.gatehouse.branding.ConnectorKinds.Present;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Policies.ForgotPasswordMethod;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.signin.Scene;
import io.gatehouse.signin.Typed;
import io.gatehouse.signin.Visit;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How people get another password who cannot sign in with the one they have. */
@Singleton
public class Recovery {
  private final ConnectorKinds connectors;

  Recovery(ConnectorKinds connectors) {
    this.connectors = connectors;
  }

  /** Whether there is a way. */
  public boolean offered(Scene scene) {
    return !types(scene).isEmpty();
  }

  /** By which identifiers on this visit. */
  public List<IdentifierType> types(Visit visit) {
    return Typed.wanted(visit.interaction(), types(visit.scene()));
  }

  /** The page that asks where to send a code. */
  public Page page(Visit visit, String identifier, Problems problems) {
    return new Page.ForgotPassword(Typed.kinds(types(visit)), identifier, problems);
  }

  /**
   * The same page for somebody whose password is right but has expired; empty where that is not the
   * problem, or where there is no way.
   */
  public Optional<Response> fromExpired(Visit visit, Identifier identifier, Problems problems) {
    Problem general = problems.general();
    if (general == null
        || !general.code().equals(StepError.PASSWORD_EXPIRED.code())
        || !offered(visit.scene())) {
      return Optional.empty();
    }
    String known = types(visit).contains(identifier.type()) ? identifier.value() : "";
    return Optional.of(visit.page(page(visit, known, problems)));
  }

  /** By which identifiers at all. */
  public List<IdentifierType> types(Scene scene) {
    List<ForgotPasswordMethod> methods = scene.experience().forgotPasswordMethods();
    if (methods != null && methods.isEmpty()) {
      return List.of();
    }
    Present present = connectors.of(scene.tenant());
    List<IdentifierType> types = new ArrayList<>();
    if (present.email() && (methods == null || methods.contains(ForgotPasswordMethod.EMAIL_CODE))) {
      types.add(IdentifierType.EMAIL);
    }
    if (present.sms() && (methods == null || methods.contains(ForgotPasswordMethod.PHONE_CODE))) {
      types.add(IdentifierType.PHONE);
    }
    return types;
  }
}
