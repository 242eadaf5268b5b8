package io.gatehouse.message.code;

import io.gatehouse.branding.Policies;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.message.Messages;
import io.gatehouse.platform.error.ErrorCode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Sends codes to addresses for programs, and checks them. */
@Singleton
class VerificationCodes {
  private static final String TYPE = "Generic";
  private static final int DIGITS = 6;

  private final AddressCodeStore store;
  private final Messages messages;
  private final SignInExperiences experiences;
  private final InstantSource clock;

  VerificationCodes(
      AddressCodeStore store,
      Messages messages,
      SignInExperiences experiences,
      InstantSource clock) {
    this.store = store;
    this.messages = messages;
    this.experiences = experiences;
    this.clock = clock;
  }

  /** Sends a code; an earlier one that was not used no longer works. */
  void send(TenantId tenant, Identifier to, @Nullable String ip) {
    var experience = experiences.of(tenant);
    messages.send(
        tenant,
        to,
        () -> {
          String code = Ids.digits(DIGITS);
          store.replace(
              tenant, to, code, clock.instant(), experience.verificationCodePolicy().life());
          String locale = experience.languageInfo().fallbackLanguage();
          return new Messages.Code(to, TYPE, code, locale, ip);
        });
  }

  /** Uses the code up, or ends the request with what is wrong. */
  void verify(TenantId tenant, Identifier from, String code) {
    Policies.VerificationCode policy = experiences.of(tenant).verificationCodePolicy();
    Instant now = clock.instant();
    Instant madeAfter = now.minus(policy.life());
    boolean right =
        store
            .redeem(tenant, from, code, new AddressCodeStore.Limits(madeAfter, policy.tries()), now)
            .orElseThrow(() -> refusal(tenant, from, madeAfter).exception());
    if (!right) {
      throw CodeError.MISMATCH.exception();
    }
  }

  private ErrorCode refusal(TenantId tenant, Identifier from, Instant madeAfter) {
    return store
        .left(tenant, from)
        .map(left ->
            left.createdAt().isAfter(madeAfter) ? CodeError.TRIED_TOO_OFTEN : CodeError.EXPIRED)
        .orElse(CodeError.NOT_FOUND);
  }
}
