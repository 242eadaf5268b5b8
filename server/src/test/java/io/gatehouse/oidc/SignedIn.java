package io.gatehouse.oidc;

import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.InteractionCookie;
import io.gatehouse.interaction.InteractionResult;
import io.gatehouse.interaction.Interactions;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Stands for the pages: ends an interaction as a sign-in or a consent would, so that the provider
 * is tested without them.
 */
@Singleton
public class SignedIn {
  private final Interactions interactions;

  public SignedIn(Interactions interactions) {
    this.interactions = interactions;
  }

  /** Signs the person in as the hosted pages do; answers where the browser goes next. */
  public String byPage(EmulatedBrowser browser, String clientId, String userId) {
    return finish(browser, clientId, InteractionResult.login(userId, List.of("pwd"), true));
  }

  /** The same as a custom page over the Experience API does. */
  public String byCustomPage(EmulatedBrowser browser, String clientId, String userId) {
    return finish(browser, clientId, InteractionResult.login(userId, List.of("pwd"), false));
  }

  public String finish(EmulatedBrowser browser, String clientId, InteractionResult result) {
    String id = InteractionCookie.parse(browser.cookie("_interaction")).interaction(clientId);
    Interaction interaction =
        interactions
            .find(TenantId.DEFAULT, id)
            .orElseThrow(() ->
                new AssertionError(
                    "no interaction in " + browser.cookie("_interaction") + " -> " + id));
    interactions.finish(TenantId.DEFAULT, interaction, interaction.state(), result);
    return "/oidc/auth/" + id;
  }
}
