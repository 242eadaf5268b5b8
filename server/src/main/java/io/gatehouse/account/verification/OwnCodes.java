package io.gatehouse.account.verification;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountEvents;
import io.gatehouse.account.proof.ProofError;
import io.gatehouse.account.proof.Proofs;
import io.gatehouse.account.proof.ProvedAddress;
import io.gatehouse.account.proof.Template;
import io.gatehouse.branding.EmailBlocklistRules;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.guard.GuardError;
import io.gatehouse.message.code.AddressCodes;
import io.gatehouse.message.code.CodeError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.User;
import io.gatehouse.user.UserKeys;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** People prove by a code that an address is theirs. Each code belongs to its own proof. */
@Singleton
public class OwnCodes {
  private final AddressCodes codes;
  private final Proofs proofs;
  private final Guesses guesses;
  private final SignInExperiences experiences;
  private final AccountEvents events;

  OwnCodes(
      AddressCodes codes,
      Proofs proofs,
      Guesses guesses,
      SignInExperiences experiences,
      AccountEvents events) {
    this.codes = codes;
    this.proofs = proofs;
    this.guesses = guesses;
    this.experiences = experiences;
    this.events = events;
  }

  /**
   * Sends a code.
   *
   * @param own what it is for when the address is the person's already; another can only become
   *     theirs
   */
  public Proofs.Made send(AccountCall call, Identifier to, Template own) {
    SignInExperience experience = experiences.of(call.tenant());
    boolean known = isOwn(call.bearer().person().user(), to);
    if (!known && to.type() == IdentifierType.EMAIL) {
      EmailBlocklistRules.check(experience.emailBlocklistPolicy(), to.value());
    }
    String id = Proofs.newId();
    Template template = known ? own : Template.BindNewIdentifier;
    try {
      codes.send(
          call.tenant(),
          new AddressCodes.Purpose(id, template.name()),
          new AddressCodes.Reader(
              to, call.language(experience.languageInfo()), call.request().ip()));
    } catch (RequestException refusal) {
      if (refusal.code() == GuardError.MESSAGE_LIMITED) {
        events.rateLimited(call, to);
      }
      throw refusal;
    }
    return proofs.address(call.owner(), id, to, template);
  }

  /** Checks the code that the person has typed. */
  public void verify(AccountCall call, Identifier from, String id, String typed) {
    ProvedAddress proof = proofs.address(call.owner(), id);
    if (proof.address().type() != from.type()) {
      throw ProofError.NOT_FOUND.exception();
    }
    guesses.guard(
        call,
        from.type().wire(),
        from.value(),
        () -> {
          if (!same(proof.address(), from.value())) {
            throw (from.type() == IdentifierType.EMAIL
                    ? CodeError.EMAIL_MISMATCH
                    : CodeError.PHONE_MISMATCH)
                .exception();
          }
          codes.redeem(
              call.tenant(),
              new AddressCodes.Purpose(id, proof.template().name()),
              proof.address(),
              typed);
        });
    proofs.proved(call.owner(), proof);
  }

  private static boolean isOwn(User user, Identifier address) {
    return same(
        address,
        address.type() == IdentifierType.EMAIL ? user.primaryEmail() : user.primaryPhone());
  }

  private static boolean same(Identifier one, @Nullable String other) {
    return other != null
        && UserKeys.of(one, true).equals(UserKeys.of(new Identifier(one.type(), other), true));
  }
}
