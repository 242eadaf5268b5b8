package io.gatehouse.oidc.authorize;

import io.gatehouse.interaction.Interaction;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.ResponseMode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an authorization request leads to. */
sealed interface Outcome {

  /** Back to the client: with a code, or with an error. */
  record Answer(
      String redirectUri,
      ResponseMode mode,
      Map<String, String> parameters,
      @Nullable SessionCookie session)
      implements Outcome {}

  /**
   * To a page where the person signs in or consents.
   *
   * @param promptCredential for the browser to keep for some seconds
   */
  record Interact(
      Interaction interaction,
      String page,
      @Nullable SessionCookie session,
      @Nullable String promptCredential)
      implements Outcome {}

  /** Shown here, because the client or its redirect URI cannot be trusted. */
  record Refused(
      OAuthException error,
      @Nullable String clientId,
      @Nullable String redirectUri,
      @Nullable String state)
      implements Outcome {}

  /** The sign-in that the browser comes back from does not exist (any more). */
  record NoInteraction() implements Outcome {}

  /**
   * The session cookie that the browser should have from now on.
   *
   * @param watched whether the application's page may ask if the session is still this one
   */
  record SessionCookie(String id, String secret, Instant expiresAt, boolean watched) {}
}
