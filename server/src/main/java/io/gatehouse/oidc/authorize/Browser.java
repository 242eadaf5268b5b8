package io.gatehouse.oidc.authorize;

import io.gatehouse.interaction.InteractionCookie;
import org.jspecify.annotations.Nullable;

/** What the browser showed us: its cookies, address and name. */
record Browser(
    @Nullable String sessionSecret,
    InteractionCookie interactions,
    @Nullable String resumes,
    @Nullable String ip,
    @Nullable String userAgent) {

  /** Whether this browser began the interaction: a link alone must not sign anybody in. */
  boolean began(String interactionId) {
    return interactionId.equals(resumes)
        || interactions.interactions().containsValue(interactionId);
  }
}
