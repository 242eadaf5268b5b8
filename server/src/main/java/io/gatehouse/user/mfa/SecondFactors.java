package io.gatehouse.user.mfa;

import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.User;
import io.gatehouse.user.UserError;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The factors of people, as the steps of a sign-in ask for them and add to them. */
@Singleton
public class SecondFactors {
  private final MfaFactorStore store;
  private final InstantSource clock;

  SecondFactors(MfaFactorStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A secret that an authenticator app is to share, as text and as the picture of a QR code. */
  public record Shared(String secret, String secretQrCode, String link) {
    /** Never shows the secret. */
    @Override
    public String toString() {
      return "Shared[]";
    }
  }

  /** A secret for an authenticator app; nothing is kept of it yet. */
  public static String freshSecret() {
    return TotpSecret.fresh();
  }

  /**
   * A secret as its owner is shown it.
   *
   * @param issuer what the app calls the site
   */
  public static Shared shared(String secret, String issuer, User owner) {
    String link = TotpSecret.uri(secret, issuer, owner);
    return new Shared(secret, QrPicture.url(link), link);
  }

  /**
   * Uses up a code of the person's authenticator app. "The verifier MUST NOT accept the second
   * attempt of the OTP" [RFC 6238 §5.2]: of many who show the same, one gets in.
   *
   * @return whether it was right, and new
   */
  public boolean redeemTotp(TenantId tenant, String userId, String code) {
    Instant now = clock.instant();
    return store
        .totp(tenant, userId)
        .filter(totp -> {
          OptionalLong step = TotpCode.step(totp.secret(), code, now);
          return step.isPresent() && store.redeemStep(tenant, totp.id(), step.getAsLong(), now);
        })
        .isPresent();
  }

  /**
   * Uses up a backup code of the person, once.
   *
   * @return whether it was right, and unused
   */
  public boolean redeemBackupCode(TenantId tenant, String userId, String code) {
    return store.redeemBackupCode(tenant, userId, code.strip(), clock.instant());
  }

  /**
   * Adds an authenticator app.
   *
   * @param step the time step of the code that proved it, which does not count again
   */
  public void addTotp(TenantId tenant, String userId, String secret, @Nullable Long step) {
    try {
      store.insertTotp(
          tenant, userId, new MfaFactorStore.Totp(Ids.standardId(), secret), step, clock.instant());
    } catch (DbException.Unique e) {
      throw UserError.TOTP_IN_USE.exception();
    }
  }

  /** Adds backup codes in the place of those that are there; belongs into a transaction. */
  public void replaceBackupCodes(TenantId tenant, String userId, List<String> codes) {
    store.deleteBackupCodes(tenant, userId);
    store.insertBackupCodes(tenant, Ids.standardId(), userId, codes, clock.instant());
  }
}
