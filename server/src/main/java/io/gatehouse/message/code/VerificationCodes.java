package io.gatehouse.message.code;

import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Sends codes to addresses for programs, and checks them. */
@Singleton
class VerificationCodes {
  private static final AddressCodes.Purpose PURPOSE =
      new AddressCodes.Purpose("Generic", "Generic");

  private final AddressCodes codes;
  private final SignInExperiences experiences;

  VerificationCodes(AddressCodes codes, SignInExperiences experiences) {
    this.codes = codes;
    this.experiences = experiences;
  }

  /** Sends a code in the tenant's own language; an earlier one no longer works. */
  void send(TenantId tenant, Identifier to, @Nullable String ip) {
    String locale = experiences.of(tenant).languageInfo().fallbackLanguage();
    codes.send(tenant, PURPOSE, new AddressCodes.Reader(to, locale, ip));
  }

  /** Uses the code up, or ends the request with what is wrong. */
  void verify(TenantId tenant, Identifier from, String code) {
    codes.redeem(tenant, PURPOSE, from, code);
  }
}
