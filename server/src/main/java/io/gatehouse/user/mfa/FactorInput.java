package io.gatehouse.user.mfa;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A factor to be made; a passkey can only be made in its person's browser.
 *
 * @param secret of an authenticator app; a new one unless given
 * @param codes the backup codes; new ones unless given
 */
@Input
record FactorInput(
    Kind type,
    @Nullable @Size(max = 256) String secret,
    @Nullable @Size(max = 100) List<@Size(max = 256) String> codes) {

  /** What can be made for somebody. */
  enum Kind {
    Totp,
    BackupCode
  }

  /** Never shows the secrets. */
  @Override
  public String toString() {
    return "FactorInput[" + type + "]";
  }
}
