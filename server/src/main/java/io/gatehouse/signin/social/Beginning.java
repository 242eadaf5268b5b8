package io.gatehouse.signin.social;

import io.gatehouse.branding.page.Problems;
import io.gatehouse.signin.Scene;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.identify.SignInView;
import io.gatehouse.signin.register.RegisterView;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** The page from which people go to a provider, where they find themselves when that fails. */
@Singleton
class Beginning {
  private final SignInView signIn;
  private final RegisterView register;

  Beginning(SignInView signIn, RegisterView register) {
    this.signIn = signIn;
    this.register = register;
  }

  /** The one there is, with what stands in the way. */
  Response page(Visit visit, Problems problems) {
    return page(visit, false, "", problems);
  }

  /**
   * The one the person was at.
   *
   * @param joining whether that was the page for new accounts
   */
  Response page(Visit visit, boolean joining, String typed, Problems problems) {
    Scene scene = visit.scene();
    boolean joins = scene.experience().registers() && (joining || !scene.experience().signsIn());
    return visit.page(
        joins ? register.of(scene, typed, problems) : signIn.of(scene, typed, problems));
  }
}
