package io.gatehouse.user.mfa;

import java.util.List;

/** A factor that was just made, with what the person has to keep. */
sealed interface NewFactor {

  /** An authenticator app's secret, as text and as the picture of a QR code. */
  record Totp(FactorType type, String secret, String secretQrCode) implements NewFactor {
    Totp(String secret, String secretQrCode) {
      this(FactorType.Totp, secret, secretQrCode);
    }
  }

  /** A set of backup codes. */
  record BackupCodes(FactorType type, List<String> codes) implements NewFactor {
    BackupCodes(List<String> codes) {
      this(FactorType.BackupCode, codes);
    }
  }
}
