package io.gatehouse.oidc.authorize;

import io.gatehouse.interaction.InteractionCookie;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the browser showed us: its cookies, address and name.
 *
 * @param injected what a trusted proxy tells of it
 */
record Browser(
    @Nullable String sessionSecret,
    InteractionCookie interactions,
    @Nullable String resumes,
    @Nullable String ip,
    @Nullable String userAgent,
    Map<String, String> injected) {

  /** Whether this browser began the interaction: a link alone must not sign anybody in. */
  boolean began(String interactionId) {
    return interactionId.equals(resumes)
        || interactions.interactions().containsValue(interactionId);
  }
}
