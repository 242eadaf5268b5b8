package io.gatehouse.account.security;

import io.gatehouse.branding.Policies;
import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of what people do with their own factors. */
public interface FactorInputs {

  /** What can be added; a passkey is made in the browser before. */
  enum Kind {
    Totp(Policies.Factor.TOTP),
    WebAuthn(Policies.Factor.WEB_AUTHN),
    BackupCode(Policies.Factor.BACKUP_CODE);

    private final Policies.Factor factor;

    Kind(Policies.Factor factor) {
      this.factor = factor;
    }

    Policies.Factor factor() {
      return factor;
    }
  }

  /**
   * A factor to be added.
   *
   * @param secret of an authenticator app
   * @param code that the app shows for it
   * @param codes the backup codes
   * @param newIdentifierVerificationRecordId the passkey that was made
   * @param name what the person calls it
   */
  @Input
  record New(
      Kind type,
      @Nullable @Size(max = 256) String secret,
      @Nullable @Size(max = 64) String code,
      @Nullable @Size(max = 100) List<@Size(max = 256) String> codes,
      @Nullable @Size(max = 128) String newIdentifierVerificationRecordId,
      @Nullable @Size(max = 128) String name) {
    public New {
      if (type == Kind.WebAuthn && newIdentifierVerificationRecordId == null) {
        throw new IllegalArgumentException("newIdentifierVerificationRecordId is missing.");
      }
      if (type == Kind.Totp && secret == null) {
        throw new IllegalArgumentException("secret is missing.");
      }
      if (type == Kind.BackupCode && codes == null) {
        throw new IllegalArgumentException("codes is missing.");
      }
    }

    /** Never shows the secrets. */
    @Override
    public String toString() {
      return "New[" + type + "]";
    }
  }

  /** An authenticator app, proved by a code. */
  @Input
  record App(@Size(max = 256) String secret, @Size(max = 64) String code) {

    /** Never shows the secret. */
    @Override
    public String toString() {
      return "App";
    }
  }

  /** What a passkey is to be called. */
  @Input
  record Name(@Size(max = 128) String name) {}
}
