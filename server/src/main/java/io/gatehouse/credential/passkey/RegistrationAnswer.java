package io.gatehouse.credential.passkey;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a browser answers when a passkey was made; binary values are in base64url. */
@Input
public record RegistrationAnswer(
    @Size(min = 1, max = 1400) String id,
    @Size(min = 1, max = 1400) String rawId,
    Response response) {

  /** What the authenticator has said. */
  @Input
  public record Response(
      @Size(min = 1, max = 8192) String clientDataJSON,
      @Size(min = 1, max = 32768) String attestationObject,
      @Nullable @Size(max = 16) List<@Size(max = 32) String> transports) {}
}
