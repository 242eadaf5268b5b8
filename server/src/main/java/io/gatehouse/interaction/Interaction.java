package io.gatehouse.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.crypto.Digests;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in under way.
 *
 * @param id the secret in the cookie and in the resume URL; the database knows its SHA-256 only
 * @param request the validated authorization request, as the authorization endpoint wrote it
 * @param prompt what the person is asked for: {@code login} or {@code consent}
 * @param state what the steps know so far
 */
public record Interaction(
    String id,
    int version,
    String applicationId,
    @Nullable String sessionId,
    JsonNode request,
    String prompt,
    ObjectNode state,
    @Nullable InteractionResult result,
    Instant expiresAt) {

  private static final int NAME_LENGTH = 21;

  public static final String LOGIN = "login";
  public static final String CONSENT = "consent";

  /** What the authorization endpoint adds to the request's parameters where several are wanted. */
  public static final String FACTORS = "factors";

  /** Names the interaction without giving away its id, which is the browser's secret. */
  public String name() {
    return Digests.sha256Hex(id).substring(0, NAME_LENGTH);
  }

  /** Whether the application wants to know that the person has shown more than one factor. */
  public boolean wantsSeveralFactors() {
    return parameter(FACTORS) != null;
  }

  /**
   * Whether the person has a session already, and the application wants them to show anew who they
   * are, by {@code prompt=login} or as that was too long ago [OpenID Connect Core §3.1.2.1].
   */
  public boolean wantsProofAnew() {
    return sessionId != null
        && prompt.equals(LOGIN)
        && (request.path("maxAge").isNumber() || asksToSignIn());
  }

  private boolean asksToSignIn() {
    for (JsonNode each : request.path("prompt")) {
      if (LOGIN.equalsIgnoreCase(each.asText())) {
        return true;
      }
    }
    return false;
  }

  /** Whether it ended in a sign-in, as may happen where only a consent was asked for. */
  public boolean signedIn() {
    return result != null && result.userId() != null;
  }

  /** A parameter of the authorization request, such as {@code login_hint}. */
  public @Nullable String parameter(String name) {
    JsonNode value = request.path("parameters").path(name);
    return value.isTextual() ? value.asText() : null;
  }
}
