package io.gatehouse.credential.passkey;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a browser answers when a passkey was shown; binary values are in base64url. */
@Input
public record AuthenticationAnswer(
    @Size(min = 1, max = 1400) String id,
    @Size(min = 1, max = 1400) String rawId,
    Response response) {

  /** What the authenticator has signed. */
  @Input
  public record Response(
      @Size(min = 1, max = 8192) String clientDataJSON,
      @Size(min = 1, max = 8192) String authenticatorData,
      @Size(min = 1, max = 2048) String signature,
      @Nullable @Size(max = 128) String userHandle) {}

  /** Whether the authenticator says that the passkey is this person's. */
  public boolean isOf(String userId) {
    return Ceremonies.handle(userId).equals(response.userHandle());
  }

  /** Whether the authenticator says nothing of whose it is, as security keys do. */
  public boolean isOfNobody() {
    return response.userHandle() == null || response.userHandle().isEmpty();
  }
}
