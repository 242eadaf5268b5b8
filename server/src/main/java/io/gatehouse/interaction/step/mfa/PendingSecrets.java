package io.gatehouse.interaction.step.mfa;

import io.gatehouse.interaction.step.Journey;
import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps what is about to be added sealed while the interaction lasts, bound to its owner. */
@Singleton
class PendingSecrets {
  private static final String TOTP = "interactions.totp";
  private static final String BACKUP_CODES = "interactions.backup_codes";

  private final Sealer sealer;

  PendingSecrets(Sealer sealer) {
    this.sealer = sealer;
  }

  String sealed(Journey journey, String userId, String secret) {
    return sealer.seal(secret, new Seal(journey.tenantId().value(), TOTP, userId));
  }

  String secret(Journey journey, String userId, String sealed) {
    return sealer.open(sealed, new Seal(journey.tenantId().value(), TOTP, userId));
  }

  String sealed(Journey journey, String userId, List<String> codes) {
    return sealer.seal(
        String.join(" ", codes), new Seal(journey.tenantId().value(), BACKUP_CODES, userId));
  }

  List<String> codes(Journey journey, String userId, String sealed) {
    return List.of(
        sealer.open(sealed, new Seal(journey.tenantId().value(), BACKUP_CODES, userId)).split(" "));
  }
}
