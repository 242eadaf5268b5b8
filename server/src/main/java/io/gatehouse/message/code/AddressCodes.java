package io.gatehouse.message.code;

import io.gatehouse.branding.Policies;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.message.Messages;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Codes that prove an address outside of a sign-in; bound to the address and to what they are for.
 */
@Singleton
public class AddressCodes {
  private static final int DIGITS = 6;

  private final AddressCodeStore store;
  private final Messages messages;
  private final SignInExperiences experiences;
  private final InstantSource clock;

  AddressCodes(
      AddressCodeStore store,
      Messages messages,
      SignInExperiences experiences,
      InstantSource clock) {
    this.store = store;
    this.messages = messages;
    this.experiences = experiences;
    this.clock = clock;
  }

  /**
   * What a code is for; one for something else is not accepted.
   *
   * @param usage kept with the code
   * @param template the kind of message that carries it
   */
  public record Purpose(String usage, String template) {}

  /** Who reads the message, in which language, and where the wish came from. */
  public record Reader(Identifier address, String locale, @Nullable String ip) {}

  /** Sends a code; an earlier one for the same purpose that was not used no longer works. */
  public void send(TenantId tenant, Purpose purpose, Reader reader) {
    Policies.VerificationCode policy = experiences.of(tenant).verificationCodePolicy();
    messages.send(
        tenant,
        reader.address(),
        () -> {
          String code = Ids.digits(DIGITS);
          store.replace(
              tenant,
              purpose.usage(),
              new AddressCodeStore.Sent(reader.address(), code),
              clock.instant(),
              policy.life());
          return new Messages.Code(
              reader.address(),
              purpose.template(),
              code,
              List.of(reader.locale()),
              reader.ip(),
              JsonCodec.object());
        });
  }

  /** Uses the code up, or ends the request with what is wrong. */
  public void redeem(TenantId tenant, Purpose purpose, Identifier address, String typed) {
    Policies.VerificationCode policy = experiences.of(tenant).verificationCodePolicy();
    Instant now = clock.instant();
    Instant madeAfter = now.minus(policy.life());
    boolean right =
        store
            .redeem(
                tenant,
                purpose.usage(),
                new AddressCodeStore.Sent(address, typed),
                new AddressCodeStore.Limits(madeAfter, policy.tries()),
                now)
            .orElseThrow(() -> refusal(tenant, purpose, address, madeAfter).exception());
    if (!right) {
      throw CodeError.MISMATCH.exception();
    }
  }

  private CodeError refusal(
      TenantId tenant, Purpose purpose, Identifier address, Instant madeAfter) {
    return store
        .left(tenant, purpose.usage(), address)
        .map(madeAt -> madeAt.isAfter(madeAfter) ? CodeError.TRIED_TOO_OFTEN : CodeError.EXPIRED)
        .orElse(CodeError.NOT_FOUND);
  }
}
