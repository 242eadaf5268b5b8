package io.gatehouse.interaction.step;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.mfa.NewPasskey;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in will write of further factors when it ends, and what the person has said of them.
 *
 * @param mfaEnabled that they want one
 * @param mfaSkipped that they have waved the offer away
 * @param suggestionSkipped that they have waved away that of another factor
 * @param passkeySkipped that they have waved away the offer of a passkey
 * @param deviceTrusted that they want to be spared the second step in this browser
 * @param totp an authenticator app
 * @param webAuthn passkeys and security keys
 * @param backupCode backup codes, in the place of those that are there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PendingMfa(
    @Nullable Boolean mfaEnabled,
    @Nullable Boolean mfaSkipped,
    @Nullable Boolean suggestionSkipped,
    @Nullable Boolean passkeySkipped,
    @Nullable Boolean deviceTrusted,
    @Nullable Totp totp,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NewPasskey> webAuthn,
    @Nullable BackupCodes backupCode) {

  public static final PendingMfa EMPTY =
      new PendingMfa(null, null, null, null, null, null, List.of(), null);

  public PendingMfa {
    webAuthn = List.copyOf(Objects.requireNonNullElse(webAuthn, List.of()));
  }

  /**
   * An authenticator app.
   *
   * @param secret sealed
   * @param step the time step of the code that proved it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Totp(String secret, @Nullable Long step) {}

  /** A set of backup codes, sealed. */
  public record BackupCodes(String codes) {}

  /** The factors among it. */
  public Set<Factor> factors() {
    Set<Factor> factors = EnumSet.noneOf(Factor.class);
    if (totp != null) {
      factors.add(Factor.TOTP);
    }
    if (!webAuthn.isEmpty()) {
      factors.add(Factor.WEB_AUTHN);
    }
    if (backupCode != null) {
      factors.add(Factor.BACKUP_CODE);
    }
    return factors;
  }

  /** With the wish to have a further factor. */
  public PendingMfa enabled() {
    return but(copy -> copy.mfaEnabled = true);
  }

  /** With the offer waved away. */
  public PendingMfa skipped() {
    return but(copy -> copy.mfaSkipped = true);
  }

  /** With the offer of another factor waved away. */
  public PendingMfa withoutSuggestion() {
    return but(copy -> copy.suggestionSkipped = true);
  }

  /** With the offer of a passkey waved away. */
  public PendingMfa withoutPasskey() {
    return but(copy -> copy.passkeySkipped = true);
  }

  /** With the wish to be spared the second step in this browser. */
  public PendingMfa trustingDevice() {
    return but(copy -> copy.deviceTrusted = true);
  }

  /** With an authenticator app. */
  public PendingMfa with(Totp app) {
    return but(copy -> copy.totp = app);
  }

  /** With one more passkey. */
  public PendingMfa with(NewPasskey key) {
    return but(copy ->
        copy.webAuthn = Stream.concat(webAuthn.stream(), Stream.of(key)).distinct().toList());
  }

  /** With backup codes. */
  public PendingMfa with(BackupCodes set) {
    return but(copy -> copy.backupCode = set);
  }

  private PendingMfa but(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.made();
  }

  /** All of it, to change one member. */
  private static final class Copy {
    @Nullable Boolean mfaEnabled;
    @Nullable Boolean mfaSkipped;
    @Nullable Boolean suggestionSkipped;
    @Nullable Boolean passkeySkipped;
    @Nullable Boolean deviceTrusted;
    @Nullable Totp totp;
    List<NewPasskey> webAuthn;
    @Nullable BackupCodes backupCode;

    Copy(PendingMfa original) {
      mfaEnabled = original.mfaEnabled;
      mfaSkipped = original.mfaSkipped;
      suggestionSkipped = original.suggestionSkipped;
      passkeySkipped = original.passkeySkipped;
      deviceTrusted = original.deviceTrusted;
      totp = original.totp;
      webAuthn = original.webAuthn;
      backupCode = original.backupCode;
    }

    PendingMfa made() {
      return new PendingMfa(
          mfaEnabled,
          mfaSkipped,
          suggestionSkipped,
          passkeySkipped,
          deviceTrusted,
          totp,
          webAuthn,
          backupCode);
    }
  }

  /** As a custom sign-in page may see it: without secrets. */
  ObjectNode told() {
    ObjectNode told = JsonCodec.object();
    if (mfaEnabled != null) {
      told.put("mfaEnabled", mfaEnabled);
    }
    if (mfaSkipped != null) {
      told.put("mfaSkipped", mfaSkipped);
    }
    if (passkeySkipped != null) {
      told.put("passkeySkipped", passkeySkipped);
    }
    if (totp != null) {
      told.putObject("totp").put("type", "Totp");
    }
    if (!webAuthn.isEmpty()) {
      ArrayNode keys = told.putArray("webAuthn");
      webAuthn.forEach(key -> keys.add(key.told()));
    }
    if (backupCode != null) {
      told.putObject("backupCode").put("type", "BackupCode");
    }
    return told;
  }
}
